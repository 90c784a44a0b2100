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
    private static final int PART_HEAD_BYTES = 4_096;

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

    /// Files from thousands of devices may come in one form, under the long names that file systems
    /// allow. The container's own limits are 50 parts, which it counts among the 1,000 parameters
    /// too, and 512 bytes for the head of each.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> uploadPartLimits(SpoolProperties properties) {
        return server -> server.addConnectorCustomizers(connector -> {
            connector.setMaxPartCount(properties.maxFiles());
            connector.setMaxParameterCount(Math.max(connector.getMaxParameterCount(), properties.maxFiles()));
            connector.setMaxPartHeaderSize(PART_HEAD_BYTES);
        });
    }
}
