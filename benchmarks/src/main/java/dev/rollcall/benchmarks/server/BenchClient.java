package dev.rollcall.benchmarks.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A client that a measurement acts as, as an operator would add it to `credentials.json`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BenchClient(
        String clientId,
        String clientSecret,
        @Nullable String tenant,
        @Nullable String supplier,
        List<String> scopes) {
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static BenchClient ofTenant(String name) {
        return new BenchClient(
                name, secret(), name, null, List.of("devices:register", "devices:read", "activity:write"));
    }

    public static BenchClient ofSupplier(String name) {
        return new BenchClient(name, secret(), null, name, List.of("catalog:write"));
    }

    @Override
    public String toString() {
        return "BenchClient[" + clientId + "]";
    }

    static String secret() {
        var random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
