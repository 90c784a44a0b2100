package dev.rollcall.access;

/// What a token may allow its bearer. The text of each is that of the token's `scope` claim.
public enum Scope {
    DEVICES_REGISTER("devices:register"),
    DEVICES_READ("devices:read"),
    DEVICES_RELEASE("devices:release"),
    ACTIVITY_WRITE("activity:write"),
    CATALOG_WRITE("catalog:write"),
    PARTNERS_MANAGE("partners:manage"),
    AUDIT_READ("audit:read"),
    SUPPORT_READ("support:read");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
