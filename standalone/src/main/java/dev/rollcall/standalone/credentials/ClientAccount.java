package dev.rollcall.standalone.credentials;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One client of the token endpoint.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClientAccount(
        String clientId,
        String clientSecret,
        @Nullable String tenant,
        @Nullable String partner,
        @Nullable String supplier,
        List<String> scopes)
        implements Account {
    public ClientAccount {
        scopes = List.copyOf(scopes);
    }

    ClientAccount with(List<String> more) {
        var all = Stream.concat(scopes.stream(), more.stream()).distinct().toList();
        return new ClientAccount(clientId, clientSecret, tenant, partner, supplier, all);
    }

    @Override
    public String toString() {
        return "ClientAccount[" + clientId + "]";
    }
}
