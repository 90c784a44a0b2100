package dev.rollcall.upload;

import dev.rollcall.access.AccessConfiguration;
import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The upload service as a process of its own, with what a process has once.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = MultipartAutoConfiguration.class)
@Import({UploadServiceConfiguration.class, AccessConfiguration.class})
public class UploadServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(UploadServiceApplication.class, args);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
