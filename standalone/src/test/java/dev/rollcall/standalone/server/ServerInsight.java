package dev.rollcall.standalone.server;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What a test can't do or know through the API: break things on purpose, forge, and count what there is.
public record ServerInsight(StandaloneServer server) {

    public JdbcClient database() {
        return JdbcClient.create(server.services().getBean(DataSource.class));
    }

    public Flyway statusMigrations() {
        return server.services().getBean("statusFlyway", Flyway.class);
    }

    /// With the key of the server's own issuer.
    public String sign(JwtClaimsSet claims) {
        return server.services()
                .getBean(JwtEncoder.class)
                .encode(JwtEncoderParameters.from(claims))
                .getTokenValue();
    }

    /// Every call that a controller of ours answers, as in `GET /v1/devices/{deviceId}`, once each.
    public Stream<String> calls() {
        return server
                .services()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(mapping -> mapping.getValue().getBeanType().getName().startsWith("dev.rollcall."))
                .flatMap(mapping -> calls(mapping.getKey()))
                .distinct();
    }

    private static Stream<String> calls(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> mapping.getPatternValues().stream().map(pattern -> method + " " + pattern));
    }
}
