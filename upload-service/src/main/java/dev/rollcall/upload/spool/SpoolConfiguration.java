package dev.rollcall.upload.spool;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Has the container spool the parts of forms where we spool all else, every byte of them on disk.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SpoolProperties.class)
class SpoolConfiguration {

    @Bean
    SpoolDirectory uploadSpoolDirectory(SpoolProperties properties) {
        return SpoolDirectory.open(properties.directory());
    }

    @Bean
    Spools uploadSpools(SpoolDirectory directory, SpoolProperties properties) {
        return () -> directory.newSpool(properties);
    }

    @Bean
    MultipartConfigElement uploadMultipartConfig(SpoolDirectory directory, SpoolProperties properties) {
        var limit = properties.maxBytes().toBytes();
        return new MultipartConfigElement(directory.path().toString(), limit, limit, 0);
    }

    /// Files from hundreds of devices may come in one form; the container's own limit is 50 parts.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> uploadPartLimit(SpoolProperties properties) {
        return server -> server.addConnectorCustomizers(connector -> connector.setMaxPartCount(properties.maxFiles()));
    }
}
