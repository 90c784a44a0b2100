package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.SERVER;

import dev.rollcall.standalone.server.ServerInsight;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The kinds of caller of the access matrix, each with all the scopes that its kind can have.
enum MatrixCaller {
    NONE("none"),
    EXPIRED("expired"),
    WRONG_ISSUER("wrong issuer"),
    WRONG_AUDIENCE("wrong audience"),
    NO_SCOPE("no scope"),
    TENANT("tenant"),
    OTHER_TENANT("other tenant"),
    PARTNER_PENDING("partner pending"),
    PARTNER_ACCEPTED("partner accepted"),
    PARTNER_ENDED("partner ended"),
    SUPPLIER("supplier"),
    SUPPORT("support");

    private static final ForgedTokens TOKENS = new ForgedTokens(new ServerInsight(SERVER));

    private final String column;

    MatrixCaller(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    static MatrixCaller named(String column) {
        for (var caller : values()) {
            if (caller.column.equals(column)) {
                return caller;
            }
        }
        throw new IllegalArgumentException("no such caller: " + column);
    }

    /// The token of a call that is for `rightful` callers.
    @Nullable
    String token(MatrixCaller rightful) {
        return switch (this) {
            case NONE -> null;
            case EXPIRED -> TOKENS.expired(rightful.party(), rightful.scopes());
            case WRONG_ISSUER -> TOKENS.ofAnotherIssuer(rightful.party(), rightful.scopes());
            case WRONG_AUDIENCE -> TOKENS.forAnotherAudience(rightful.party(), rightful.scopes());
            case NO_SCOPE -> TOKENS.good(rightful.party(), "");
            default -> TOKENS.good(party(), scopes());
        };
    }

    Http http() {
        return new Http(SERVER.addresses().api(), token(this));
    }

    private Map<String, String> party() {
        return switch (this) {
            case TENANT -> Map.of("tenant", "contoso");
            case OTHER_TENANT -> Map.of("tenant", "fabrikam");
            case PARTNER_PENDING -> Map.of("partner", "matrix-pending");
            case PARTNER_ACCEPTED -> Map.of("partner", "matrix-accepted");
            case PARTNER_ENDED -> Map.of("partner", "matrix-ended");
            case SUPPLIER -> Map.of("supplier", "oem");
            default -> Map.of();
        };
    }

    private String scopes() {
        return switch (this) {
            case TENANT, OTHER_TENANT ->
                "devices:register devices:release devices:read activity:write partners:manage audit:read";
            case PARTNER_PENDING, PARTNER_ACCEPTED, PARTNER_ENDED -> "devices:register devices:read partners:manage";
            case SUPPLIER -> "catalog:write";
            default -> "support:read";
        };
    }
}
