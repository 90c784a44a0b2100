package dev.rollcall.upload.spool;

import dev.rollcall.access.limits.LimitBook;
import dev.rollcall.upload.reading.Limits;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where bodies are kept, and how much each may bring. Forms are ours to take apart ([MultipartForm]): whoever composes
/// this service leaves Spring Boot's own support for them out.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SpoolProperties.class)
class SpoolConfiguration {

    @Bean
    SpoolDirectory uploadSpoolDirectory(SpoolProperties properties) {
        return SpoolDirectory.open(properties.directory());
    }

    @Bean
    Spools uploadSpools(SpoolDirectory directory, SpoolProperties properties, Limits limits, LimitBook book) {
        var most = new Allowance(properties.maxBytes().toBytes(), properties.maxFiles(), limits);
        return sender -> {
            var own = book.of(sender);
            return directory.newSpool(most.atMost(own.maxBytes(), own.maxRows()));
        };
    }
}
