package dev.rollcall.status;

import static dev.rollcall.access.Party.PARTNER;
import static dev.rollcall.access.Party.SUPPLIER;
import static dev.rollcall.access.Party.TENANT;
import static dev.rollcall.access.Party.UNAFFILIATED;
import static dev.rollcall.access.Scope.AUDIT_READ;
import static dev.rollcall.access.Scope.CATALOG_WRITE;
import static dev.rollcall.access.Scope.DEVICES_READ;
import static dev.rollcall.access.Scope.DEVICES_REGISTER;
import static dev.rollcall.access.Scope.DEVICES_RELEASE;
import static dev.rollcall.access.Scope.SUPPORT_READ;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import dev.rollcall.access.Rule;
import dev.rollcall.access.RuleTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who may ask what. What a caller sees of it is bound to the caller in every query.
@Configuration(proxyBeanMethods = false)
class StatusRules {

    @Bean
    RuleTable statusRuleTable() {
        return RuleTable.of(
                Rule.on(GET, "/v1/devices").permits(TENANT, DEVICES_READ),
                Rule.on(GET, "/v1/devices/summary").permits(TENANT, DEVICES_READ),
                Rule.on(GET, "/v1/devices/{deviceId}").permits(TENANT, DEVICES_READ),
                Rule.on(POST, "/v1/devices:standing")
                        .permits(TENANT, DEVICES_READ, DEVICES_REGISTER, DEVICES_RELEASE)
                        .asking(),
                ofABatch("/v1/batches"),
                ofABatch("/v1/batches/{batchId}"),
                ofABatch("/v1/batches/{batchId}/events"),
                ofABatch("/v1/batches/{batchId}/results"),
                Rule.on(GET, "/v1/requests/{requestId}")
                        .permits(TENANT, SUPPORT_READ)
                        .permits(UNAFFILIATED, SUPPORT_READ),
                Rule.on(GET, "/v1/audit").permits(TENANT, AUDIT_READ),
                Rule.on(GET, "/v1/device-catalog/batches").permits(SUPPLIER, CATALOG_WRITE),
                Rule.on(GET, "/v1/device-catalog/batches/{batchId}").permits(SUPPLIER, CATALOG_WRITE),
                Rule.on(GET, "/v1/device-catalog/batches/{batchId}/conflicts").permits(SUPPLIER, CATALOG_WRITE));
    }

    private static Rule ofABatch(String path) {
        return Rule.on(GET, path).permits(TENANT, DEVICES_READ).permits(PARTNER, DEVICES_READ, DEVICES_REGISTER);
    }
}
