package dev.rollcall.standalone.issuer;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/// The key that signs, and the public halves of those before it, each until the last token that it
/// signed has expired. Of a retired key the private half is gone.
record KeyRing(RSAKey current, List<RSAKey> retired) {

    KeyRing {
        retired = List.copyOf(retired);
    }

    /// Reads a JWK set, or the single key that there was before keys were rotated.
    static KeyRing parse(String json) throws ParseException {
        var object = JSONObjectUtils.parse(json);
        var keys = object.containsKey("keys")
                ? JWKSet.parse(object).getKeys().stream().map(JWK::toRSAKey).toList()
                : List.of(RSAKey.parse(object));
        var current = keys.stream()
                .filter(RSAKey::isPrivate)
                .findFirst()
                .orElseThrow(() -> new ParseException("no private key", 0));
        return new KeyRing(
                current, keys.stream().filter(key -> !key.isPrivate()).toList());
    }

    String toJson() {
        var all = new ArrayList<JWK>(retired);
        all.addFirst(current);
        return new JWKSet(all).toString(false);
    }

    /// A key of unknown age is old.
    boolean isOlderThan(Duration age, Instant now) {
        var issued = current.getIssueTime();
        return issued == null || !issued.toInstant().plus(age).isAfter(now);
    }

    /// Tokens that the current key has signed live for `tokenLife` at most.
    KeyRing succeededBy(RSAKey next, Instant now, Duration tokenLife) {
        var publicHalf = new RSAKey.Builder(current.toPublicJWK())
                .expirationTime(Date.from(now.plus(tokenLife)))
                .build();
        var before = new ArrayList<>(unexpired(now));
        before.addFirst(publicHalf);
        return new KeyRing(next, before);
    }

    /// The public keys of all tokens that can still be valid.
    JWKSet published(Instant now) {
        var all = new ArrayList<JWK>(unexpired(now));
        all.addFirst(current.toPublicJWK());
        return new JWKSet(all);
    }

    private List<RSAKey> unexpired(Instant now) {
        return retired.stream()
                .filter(key -> key.getExpirationTime() != null
                        && key.getExpirationTime().toInstant().isAfter(now))
                .toList();
    }

    @Override
    public String toString() {
        return "KeyRing[" + current.getKeyID() + "]";
    }
}
