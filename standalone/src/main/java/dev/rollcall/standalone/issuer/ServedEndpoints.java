package dev.rollcall.standalone.issuer;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Takes out of the metadata what this issuer does not serve, and tells the scopes.
record ServedEndpoints(Iterable<String> scopes) implements Consumer<Map<String, Object>> {
    private static final List<String> NOT_SERVED = List.of(
            "introspection_endpoint",
            "introspection_endpoint_auth_methods_supported",
            "revocation_endpoint",
            "revocation_endpoint_auth_methods_supported",
            "userinfo_endpoint",
            "pushed_authorization_request_endpoint",
            "tls_client_certificate_bound_access_tokens",
            "dpop_signing_alg_values_supported");

    @Override
    public void accept(Map<String, Object> metadata) {
        NOT_SERVED.forEach(metadata::remove);
        var sorted = new TreeSet<String>();
        scopes.forEach(sorted::add);
        metadata.put("scopes_supported", List.copyOf(sorted));
        metadata.put("grant_types_supported", List.of("authorization_code", "client_credentials"));
        metadata.put(
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post", "none"));
    }
}
