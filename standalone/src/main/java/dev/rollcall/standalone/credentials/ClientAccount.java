package dev.rollcall.standalone.credentials;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One client of the token endpoint. It acts for a tenant, a partner or a supplier, or, as support
/// does, for none.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClientAccount(
        String clientId,
        String clientSecret,
        @Nullable String tenant,
        @Nullable String partner,
        @Nullable String supplier,
        List<String> scopes) {
    public ClientAccount {
        scopes = List.copyOf(scopes);
    }

    /// The claims that tell in its tokens for whom it acts.
    public Map<String, String> party() {
        if (tenant != null) {
            return Map.of("tenant", tenant);
        }
        if (partner != null) {
            return Map.of("partner", partner);
        }
        return supplier == null ? Map.of() : Map.of("supplier", supplier);
    }

    @Override
    public String toString() {
        return "ClientAccount[" + clientId + "]";
    }
}
