package dev.rollcall.access.issuers;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// One entry of the allow-list. `issuer` is the exact text of the tokens' `iss`; its keys are at `jwkSetUri`, or where
/// its OpenID Connect metadata says. `scopes` turns names of the issuer into ours, several with spaces between; where
/// it is empty the names are ours already, and where it isn't, no other name counts.
record IssuerProperties(
        @DefaultValue("") String issuer,
        @Nullable URI jwkSetUri,
        @DefaultValue("rollcall") Set<String> audiences,
        @DefaultValue ClaimNames claims,
        @DefaultValue Map<String, String> scopes) {}
