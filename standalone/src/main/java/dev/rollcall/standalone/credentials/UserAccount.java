package dev.rollcall.standalone.credentials;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One who signs in with a name and a password on the login page.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserAccount(
        String username,
        String password,
        @Nullable String tenant,
        @Nullable String partner,
        @Nullable String supplier,
        List<String> scopes)
        implements Account {
    public UserAccount {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "UserAccount[" + username + "]";
    }
}
