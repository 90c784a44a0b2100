package dev.rollcall.access.issuers;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which claims of an issuer's tokens say who calls and what is allowed. A name is that of a claim, or a path of names
/// with dots between them. As soon as one party is named here, the others are not read: whoever can put claims of
/// their own choice into a token must not become a partner by that.
public record ClaimNames(
        @Nullable String tenant,
        @Nullable String partner,
        @Nullable String supplier,
        @DefaultValue("sub") String subject,
        @DefaultValue("scope") List<String> scopes) {

    public ClaimNames {
        scopes = List.copyOf(scopes);
        if (Stream.of(tenant, partner, supplier).allMatch(name -> name == null)) {
            tenant = "tenant";
            partner = "partner";
            supplier = "supplier";
        }
    }

    /// Our own names for everything.
    static ClaimNames canonical() {
        return new ClaimNames(null, null, null, "sub", List.of("scope"));
    }
}
