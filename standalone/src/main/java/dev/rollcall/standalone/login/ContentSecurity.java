package dev.rollcall.standalone.login;

import java.net.URI;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/// What a browser lets the login page do: show its own style and send its own form. Some browsers
/// hold `form-action` against the redirects that follow the form too, so it names the origins of the
/// client, where they end.
final class ContentSecurity {
    private ContentSecurity() {}

    static String policy(RegisteredClient client) {
        var origins = client.getRedirectUris().stream()
                .map(uri -> URI.create(uri).resolve("/").toString().replaceAll("/$", ""))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        return "default-src 'none'; style-src 'self'; form-action 'self' " + origins
                + "; base-uri 'none'; frame-ancestors 'none'";
    }
}
