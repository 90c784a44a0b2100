package dev.rollcall.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/// One call and the alternatives by which a caller is allowed it. `path` is a path pattern as in the controllers'
/// mappings; a rule for GET is one for HEAD too.
public record Rule(HttpMethod method, String path, List<Grant> grants, Traffic traffic) {
    public Rule {
        grants = List.copyOf(grants);
    }

    /// A call that nobody is allowed until [#permits] says who.
    public static Rule on(HttpMethod method, String path) {
        return new Rule(method, path, List.of(), method.equals(HttpMethod.GET) ? Traffic.READ : Traffic.CALL);
    }

    public Rule permits(Party party, Scope... anyOf) {
        return new Rule(
                method,
                path,
                Stream.concat(grants.stream(), Stream.of(new Grant(party, Set.of(anyOf))))
                        .toList(),
                traffic);
    }

    /// For what only asks although it is no GET.
    public Rule asking() {
        return new Rule(method, path, grants, Traffic.READ);
    }

    public Rule bringingFiles() {
        return new Rule(method, path, grants, Traffic.UPLOAD);
    }

    public boolean allows(Caller caller, Set<String> scopes) {
        return grants.stream().anyMatch(grant -> grant.covers(caller, scopes));
    }
}
