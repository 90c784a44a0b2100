package dev.rollcall.status;

import dev.rollcall.access.AccessConfiguration;
import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The status service as a process of its own, with what a process has once.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({StatusServiceConfiguration.class, AccessConfiguration.class})
public class StatusServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(StatusServiceApplication.class, arguments);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
