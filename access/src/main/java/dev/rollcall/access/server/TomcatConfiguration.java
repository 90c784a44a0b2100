package dev.rollcall.access.server;

import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.FormContentFilter;

/// Settings that no deployment should have to think of.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServerProperties.class)
class TomcatConfiguration {
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int CALLS_OF_A_CONNECTION = 10_000;
    private static final int FIRST_WORD_MILLIS = 10_000;
    private static final int NEXT_CALL_MILLIS = 60_000;
    private static final int WAITING_CONNECTIONS = 1_000;
    private static final int MOST_CONNECTIONS = 20_000;
    private static final long BYTES_OF_A_CONNECTION = 20 << 10;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInsteadOfPages() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> farewells(Drain drain) {
        return factory -> factory.addEngineValves(new FarewellValve(drain::isLeaving));
    }

    /// Request line and headers together: a token with many claims has some 4 KB. A connection is kept for a
    /// portal's many small calls. One that says nothing costs its buffers: they are beside the heap,
    /// where there is as much room again, and no more connections are taken than have room in it.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionLimits() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setMaxHttpRequestHeaderSize(HEADER_BYTES);
                http.setMaxKeepAliveRequests(CALLS_OF_A_CONNECTION);
                http.setConnectionTimeout(FIRST_WORD_MILLIS);
                http.setKeepAliveTimeout(NEXT_CALL_MILLIS);
                http.setAcceptCount(WAITING_CONNECTIONS);
                http.setMaxConnections(mostConnections());
                http.setProperty("socket.directBuffer", "true");
            }
        });
    }

    private static int mostConnections() {
        return Math.toIntExact(Math.min(MOST_CONNECTIONS, Runtime.getRuntime().maxMemory() / BYTES_OF_A_CONNECTION));
    }

    /// Spring's filter for forms that are put reads them into memory, whole and before anybody has asked for a token.
    @Bean
    FilterRegistrationBean<FormContentFilter> noFormsInMemory(ObjectProvider<FormContentFilter> filter) {
        var registration = new FilterRegistrationBean<>(filter.getIfAvailable(FormContentFilter::new));
        registration.setEnabled(false);
        return registration;
    }
}
