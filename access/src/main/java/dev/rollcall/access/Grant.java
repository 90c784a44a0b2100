package dev.rollcall.access;

import java.util.Set;

/// One way to be allowed a call: to be this kind of party, with at least one of these scopes.
public record Grant(Party party, Set<Scope> anyOf) {
    public Grant {
        anyOf = Set.copyOf(anyOf);
        if (anyOf.isEmpty()) {
            throw new IllegalArgumentException("a grant without a scope");
        }
    }

    boolean covers(Caller caller, Set<String> scopes) {
        return caller.party() == party && anyOf.stream().map(Scope::text).anyMatch(scopes::contains);
    }
}
