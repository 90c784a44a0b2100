package dev.rollcall.access.limits;

import dev.rollcall.access.web.ProblemWriter;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the limits together, those of Tomcat among them.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LimitProperties.class, BodyProperties.class})
class LimitConfiguration {
    private static final int MAX_HEADERS = 100;
    private static final int MAX_PARAMETERS = 1_000;
    private static final int MAX_AROUND_CHUNKS = 256;

    @Bean
    LimitBook limitBook(LimitProperties properties) {
        return new LimitBook(properties);
    }

    @Bean
    LimitProblems limitProblems(ProblemWriter problems, MeterRegistry meters) {
        return new LimitProblems(problems, meters);
    }

    @Bean
    CallLimits callLimits(LimitBook book, LimitProperties limits, BodyProperties bodies, LimitProblems problems) {
        var accounts = new Accounts(book, limits.parties(), TimeMeter.SYSTEM_NANOTIME);
        return new CallLimits(accounts, problems, bodies.maxBytes().toBytes());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodyLimits(BodyProperties properties) {
        return server -> {
            server.addEngineValves(new BodyValve(
                    () -> new Pace(properties.grace(), properties.slowestRate().toBytes())));
            server.addConnectorCustomizers(connector -> {
                connector.setMaxParameterCount(MAX_PARAMETERS);
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    http.setMaxHeaderCount(MAX_HEADERS);
                    // What surrounds a chunk is read whole, however slowly it comes: nobody needs much of it.
                    http.setMaxExtensionSize(MAX_AROUND_CHUNKS);
                    http.setMaxTrailerSize(MAX_AROUND_CHUNKS);
                    http.setDisableUploadTimeout(false);
                    http.setConnectionUploadTimeout(
                            Math.toIntExact(properties.idleTimeout().toMillis()));
                }
            });
        };
    }
}
