package dev.rollcall.upload.devices;

import dev.rollcall.events.Topics;
import dev.rollcall.upload.publishing.EventPublisher;
import java.net.http.HttpClient;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/// Puts the intake of what is asked for devices together, with the way to the status service.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StatusProperties.class)
class DevicesConfiguration {
    private static final String URL = "rollcall.upload.status-url";
    private static final String USUAL_URL = "http://127.0.0.1:8082";

    @Bean
    StandingsClient uploadStandingsClient(StatusProperties properties, Environment environment) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(properties.readTimeout());
        return new StandingsClient(
                RestClient.builder().requestFactory(requests).build(), () -> environment.getProperty(URL, USUAL_URL));
    }

    @Bean
    DeviceDesk uploadDeviceDesk(
            StandingsClient standings,
            EventPublisher events,
            @Qualifier("uploadTopics") Topics topics,
            InstantSource clock) {
        return new DeviceDesk(standings, events, topics, clock);
    }
}
