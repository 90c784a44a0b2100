package dev.rollcall.standalone.credentials;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Somebody who may have tokens: a client or a user. It acts for a tenant, a partner or a supplier,
/// or, as support does, for none.
public sealed interface Account permits ClientAccount, UserAccount {
    @Nullable
    String tenant();

    @Nullable
    String partner();

    @Nullable
    String supplier();

    List<String> scopes();

    /// The claims that tell in its tokens for whom it acts.
    default Map<String, String> party() {
        var tenant = tenant();
        var partner = partner();
        var supplier = supplier();
        if (tenant != null) {
            return Map.of("tenant", tenant);
        }
        if (partner != null) {
            return Map.of("partner", partner);
        }
        return supplier == null ? Map.of() : Map.of("supplier", supplier);
    }
}
