package dev.rollcall.benchmarks.services;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.rollcall.benchmarks.server.BenchClient;
import dev.rollcall.benchmarks.server.BenchFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;

/// An issuer for the time of a measurement: signs tokens with a key that was drawn for it, and serves that key.
public final class BenchIssuer implements AutoCloseable {
    private static final int KEY_BITS = 2048;
    private static final Duration LIFE = Duration.ofHours(6);
    private static final String AUDIENCE = "rollcall";

    private final HttpServer server;
    private final RSAKey key;

    private BenchIssuer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    public static BenchIssuer start() {
        try {
            var key = new RSAKeyGenerator(KEY_BITS).keyID("bench").generate();
            var served = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/keys", exchange -> {
                try (exchange) {
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, served.length);
                    exchange.getResponseBody().write(served);
                }
            });
            server.start();
            return new BenchIssuer(server, key);
        } catch (IOException | JOSEException e) {
            throw new BenchFailure("no issuer of tokens: " + e.getMessage(), e);
        }
    }

    public String name() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String keys() {
        return name() + "/keys";
    }

    /// One that lasts as long as any measurement.
    public String token(BenchClient client) {
        var now = InstantSource.system().instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(name())
                .subject(client.clientId())
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("scope", String.join(" ", client.scopes()))
                .claim("tenant", client.tenant())
                .claim("supplier", client.supplier())
                .build();
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new BenchFailure("a token can't be signed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
