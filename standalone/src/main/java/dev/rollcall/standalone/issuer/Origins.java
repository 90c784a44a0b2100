package dev.rollcall.standalone.issuer;

import dev.rollcall.standalone.credentials.Credentials;
import java.util.List;

/// The issuer's own origin, and those from which the portal may be served: the same, also by the
/// number of this machine.
record Origins(String issuer, List<String> portal) {

    static Origins of(Credentials credentials) {
        var issuer = credentials.tokenEndpoint().resolve("/").toString().replaceAll("/$", "");
        var byNumber = issuer.replace("//localhost:", "//127.0.0.1:");
        return new Origins(issuer, List.of(issuer, byNumber).stream().distinct().toList());
    }
}
