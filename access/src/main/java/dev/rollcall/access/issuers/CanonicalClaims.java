package dev.rollcall.access.issuers;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;

/// Turns the claims of an issuer into ours: `sub`, `tenant`, `partner`, `supplier` and `scope` as one text, beside the
/// registered claims that the validators look at. Nothing else of the token comes through.
final class CanonicalClaims implements Converter<Map<String, Object>, Map<String, Object>> {
    private static final Converter<Map<String, Object>, Map<String, Object>> REGISTERED =
            MappedJwtClaimSetConverter.withDefaults(Map.of());

    private final ClaimNames names;
    private final Map<String, String> scopes;

    CanonicalClaims(ClaimNames names, Map<String, String> scopes) {
        this.names = names;
        this.scopes = scopes;
    }

    @Override
    public Map<String, Object> convert(Map<String, Object> token) {
        var registered = REGISTERED.convert(token);
        var claims = new HashMap<String, Object>();
        for (var name : new String[] {"iss", "aud", "exp", "nbf", "iat", "jti"}) {
            put(claims, name, registered == null ? null : registered.get(name));
        }
        put(claims, "sub", find(token, names.subject()));
        put(claims, "tenant", party(token, names.tenant()));
        put(claims, "partner", party(token, names.partner()));
        put(claims, "supplier", party(token, names.supplier()));
        claims.put("scope", scope(token));
        return claims;
    }

    private String scope(Map<String, Object> token) {
        return names.scopes().stream()
                .flatMap(name -> words(find(token, name)))
                .flatMap(word -> words(scopes.isEmpty() ? word : scopes.get(word)))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /// The name itself, or the only one of a list or of the keys of an object, as Keycloak writes organisations. What
    /// names several stays as it is: such a token speaks for nobody.
    private static @Nullable Object party(Map<String, Object> token, @Nullable String name) {
        var value = name == null ? null : find(token, name);
        var names = value instanceof Map<?, ?> object ? object.keySet() : value;
        return names instanceof Collection<?> one && one.size() == 1
                ? one.iterator().next()
                : names;
    }

    private static Stream<String> words(@Nullable Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case String text -> Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
            case Collection<?> list ->
                list.stream().filter(String.class::isInstance).map(String.class::cast);
            default -> Stream.empty();
        };
    }

    private static @Nullable Object find(Map<?, ?> claims, String path) {
        var dot = path.indexOf('.');
        if (claims.containsKey(path) || dot < 0) {
            return claims.get(path);
        }
        return claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, path.substring(dot + 1))
                : null;
    }

    private static void put(Map<String, Object> claims, String name, @Nullable Object value) {
        if (value != null) {
            claims.put(name, value);
        }
    }
}
