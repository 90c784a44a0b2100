package dev.rollcall.standalone.issuer;

import dev.rollcall.standalone.login.LoginForm;

/// Everything that the issuer answers to.
final class IssuerPaths {
    static final String AUTHORIZE = LoginForm.AUTHORIZE;
    static final String SIGN_OUT = "/oauth2/logout";

    static final String[] ALL = {
        "/oauth2/token",
        "/oauth2/jwks",
        AUTHORIZE,
        SIGN_OUT,
        LoginForm.PAGE,
        LoginForm.STYLE,
        "/.well-known/oauth-authorization-server",
        "/.well-known/openid-configuration"
    };

    private IssuerPaths() {}
}
