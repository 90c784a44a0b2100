package dev.rollcall.upload;

import static dev.rollcall.access.Party.PARTNER;
import static dev.rollcall.access.Party.SUPPLIER;
import static dev.rollcall.access.Party.TENANT;
import static dev.rollcall.access.Scope.ACTIVITY_WRITE;
import static dev.rollcall.access.Scope.CATALOG_WRITE;
import static dev.rollcall.access.Scope.DEVICES_REGISTER;
import static dev.rollcall.access.Scope.DEVICES_RELEASE;
import static dev.rollcall.access.Scope.PARTNERS_MANAGE;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import dev.rollcall.access.Rule;
import dev.rollcall.access.RuleTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/// Who may make which of the calls of this service.
@Configuration(proxyBeanMethods = false)
class UploadRules {

    @Bean
    RuleTable uploadRuleTable() {
        return RuleTable.of(
                Rule.on(POST, "/v1/batches").permits(TENANT, DEVICES_REGISTER).bringingFiles(),
                Rule.on(POST, "/v1/customers/{tenantId}/batches")
                        .permits(PARTNER, DEVICES_REGISTER)
                        .bringingFiles(),
                Rule.on(POST, "/v1/partner-relationships").permits(PARTNER, PARTNERS_MANAGE),
                byEitherSide(GET, "/v1/partner-relationships"),
                byEitherSide(GET, "/v1/partner-relationships/{id}"),
                byEitherSide(POST, "/v1/partner-relationships/{id}:accept"),
                byEitherSide(POST, "/v1/partner-relationships/{id}:end"),
                Rule.on(DELETE, "/v1/devices/{deviceId}").permits(TENANT, DEVICES_RELEASE),
                Rule.on(POST, "/v1/devices:release").permits(TENANT, DEVICES_RELEASE),
                Rule.on(PUT, "/v1/devices/{deviceId}/delivery/{step}").permits(TENANT, DEVICES_REGISTER),
                Rule.on(POST, "/v1/devices:confirm-delivery").permits(TENANT, DEVICES_REGISTER),
                Rule.on(POST, "/v1/device-activity").permits(TENANT, ACTIVITY_WRITE),
                Rule.on(POST, "/v1/device-catalog")
                        .permits(SUPPLIER, CATALOG_WRITE)
                        .bringingFiles());
    }

    private static Rule byEitherSide(HttpMethod method, String path) {
        return Rule.on(method, path).permits(PARTNER, PARTNERS_MANAGE).permits(TENANT, PARTNERS_MANAGE);
    }
}
