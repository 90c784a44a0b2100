package dev.rollcall.standalone.login;

import static java.util.ResourceBundle.Control.FORMAT_PROPERTIES;

import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/// The page's texts, in English and in Dutch.
final class LoginTexts {
    private static final Locale DUTCH = Locale.of("nl");
    private static final ResourceBundle.Control AS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(FORMAT_PROPERTIES);

    private final AcceptHeaderLocaleResolver locales = new AcceptHeaderLocaleResolver();

    LoginTexts() {
        locales.setSupportedLocales(List.of(Locale.ENGLISH, DUTCH));
        locales.setDefaultLocale(Locale.ENGLISH);
    }

    Locale locale(HttpServletRequest request) {
        return locales.resolveLocale(request);
    }

    Map<String, String> in(Locale locale) {
        var bundle = bundle(locale);
        var texts = new HashMap<String, String>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        return texts;
    }

    String notice(Locale locale, Notice notice) {
        var text = bundle(locale).getString(String.valueOf(notice.text()));
        return notice instanceof Notice.TooMany(var seconds)
                ? new MessageFormat(text, locale).format(new Object[] {seconds})
                : text;
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("login.texts", locale, AS_ASKED);
    }
}
