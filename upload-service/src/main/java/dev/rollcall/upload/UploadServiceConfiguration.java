package dev.rollcall.upload;

import dev.rollcall.tracing.TracingConfiguration;
import dev.rollcall.upload.reading.Limits;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/// The upload service, for a process of its own or beside other services. It takes the clock, the
/// database, the decoder of tokens and the settings of Kafka from whoever composes it.
@Configuration(proxyBeanMethods = false)
@Import(TracingConfiguration.class)
@ComponentScan(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = UploadServiceApplication.class))
@EnableConfigurationProperties(LimitProperties.class)
public class UploadServiceConfiguration {

    @Bean
    Limits uploadLimits(LimitProperties properties) {
        return new Limits(properties.maxRows(), properties.maxRecordLength());
    }
}
