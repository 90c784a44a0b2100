package dev.rollcall.things;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// An OpenID provider on 127.0.0.1: metadata and keys over HTTP, tokens of any shape signed with any of its keys.
public final class TestIssuer implements AutoCloseable {
    private static final String METADATA = "/.well-known/openid-configuration";

    private final List<JWK> published = new CopyOnWriteArrayList<>();
    private final AtomicInteger keyRequests = new AtomicInteger();
    private final String path;
    private HttpServer server;

    private TestIssuer(String path) {
        this.path = path;
        this.server = serve(0);
    }

    /// `path` is what comes after the port in the issuer's name.
    public static TestIssuer at(String path) {
        return new TestIssuer(path);
    }

    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String name() {
        return origin() + path;
    }

    public RSAKey publishNewKey() {
        var key = newKey();
        published.add(key.toPublicJWK());
        return key;
    }

    public void withdraw(RSAKey key) {
        published.removeIf(one -> one.getKeyID().equals(key.getKeyID()));
    }

    public int keyRequests() {
        return keyRequests.get();
    }

    public void goAway() {
        server.stop(0);
    }

    public void comeBack() {
        server = serve(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    public static String token(RSAKey key, Map<String, Object> claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(key.getKeyID())
                    .build();
            var jwt = new SignedJWT(header, JWTClaimsSet.parse(claims));
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long inSeconds(long seconds) {
        return Instant.now().getEpochSecond() + seconds;
    }

    private HttpServer serve(int port) {
        try {
            var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            http.createContext(path + METADATA, exchange -> answer(exchange, metadata()));
            http.createContext(path + "/keys", exchange -> {
                keyRequests.incrementAndGet();
                answer(exchange, new JWKSet(new ArrayList<>(published)).toString());
            });
            http.start();
            return http;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String metadata() {
        return "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(name(), name());
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
