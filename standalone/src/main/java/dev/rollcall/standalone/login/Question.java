package dev.rollcall.standalone.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The authorization request that has led to the login page and goes on after it, as the text of its
/// query. The page carries it, so that nothing is kept here for people who have not signed in, and
/// two tabs have a question each. Whatever it says, it leads to our own authorization endpoint.
record Question(String query) {
    static final String PARAMETER = "question";

    private static final Question NONE = new Question("");

    /// The characters of a query (RFC 3986, 3.4): nothing that could end a header or a path.
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@/?%-]{0,4000}");

    static Question of(@Nullable String query) {
        return query != null && QUERY.matcher(query).matches() ? new Question(query) : NONE;
    }

    /// Of the login page, which is asked for with the query itself, or of its form.
    static Question of(HttpServletRequest request) {
        return of("POST".equals(request.getMethod()) ? request.getParameter(PARAMETER) : request.getQueryString());
    }

    String loginPage() {
        return query.isEmpty() ? LoginForm.PAGE : LoginForm.PAGE + "?" + query;
    }

    /// Without a question the portal's start page.
    String continuation() {
        return query.isEmpty() ? "/" : LoginForm.AUTHORIZE + "?" + query;
    }
}
