package dev.rollcall.things;

import static dev.rollcall.access.Party.PARTNER;
import static dev.rollcall.access.Party.TENANT;
import static dev.rollcall.access.Scope.DEVICES_READ;
import static dev.rollcall.access.Scope.DEVICES_REGISTER;

import dev.rollcall.access.AccessConfiguration;
import dev.rollcall.access.Caller;
import dev.rollcall.access.Rule;
import dev.rollcall.access.RuleTable;
import dev.rollcall.identity.RequestId;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The smallest service there can be: it says who calls.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({AccessConfiguration.class, ThingsApplication.Things.class})
public class ThingsApplication {

    @Bean
    RuleTable things() {
        return RuleTable.of(
                Rule.on(HttpMethod.GET, "/v1/things")
                        .permits(TENANT, DEVICES_READ)
                        .permits(PARTNER, DEVICES_READ),
                Rule.on(HttpMethod.POST, "/v1/things").permits(TENANT, DEVICES_REGISTER));
    }

    @RestController
    static class Things {
        @GetMapping("/v1/things")
        Map<String, String> caller(Caller caller, RequestId callId) {
            return Map.of("caller", caller.toString(), "callId", callId.toString());
        }

        @PostMapping("/v1/things")
        Map<String, String> bug(Caller.Tenant caller) {
            throw new IllegalStateException("a secret of ours");
        }
    }
}
