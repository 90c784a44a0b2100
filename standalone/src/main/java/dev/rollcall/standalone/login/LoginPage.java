package dev.rollcall.standalone.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;

/// The page as HTML, in the language of its reader.
final class LoginPage {
    private final Template template = template();
    private final LoginTexts texts = new LoginTexts();

    void answer(HttpServletRequest request, HttpServletResponse response, Notice notice) throws IOException {
        var locale = texts.locale(request);
        var values = new HashMap<String, Object>(texts.in(locale));
        values.put("language", locale.getLanguage());
        values.putAll(form(request));
        if (notice.text() != null) {
            values.put("notice", texts.notice(locale, notice));
            values.put("invalid", notice instanceof Notice.Wrong);
        }
        if (notice instanceof Notice.TooMany(var seconds)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        // Rendered first: the token may still have to set its cookie.
        var page = template.execute(values);
        response.setStatus(notice.status().value());
        response.setLocale(locale);
        response.setContentType("text/html");
        response.setCharacterEncoding(UTF_8);
        response.getWriter().write(page);
    }

    private static Map<String, Object> form(HttpServletRequest request) {
        var username = request.getParameter("username");
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return Map.of(
                "action",
                LoginForm.PAGE,
                "style",
                LoginForm.STYLE,
                "csrfName",
                csrf.getParameterName(),
                "csrf",
                csrf.getToken(),
                "questionName",
                Question.PARAMETER,
                "question",
                Question.of(request).query(),
                "username",
                "POST".equals(request.getMethod()) && username != null ? username : "");
    }

    private static Template template() {
        try (var reader = new InputStreamReader(new ClassPathResource("login/page.html").getInputStream(), UTF_8)) {
            return Mustache.compiler().emptyStringIsFalse(true).compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
