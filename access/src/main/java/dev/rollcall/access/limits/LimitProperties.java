package dev.rollcall.access.limits;

import dev.rollcall.access.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits by kind of party, and `overrides` for single ones:
///
/// ```
/// rollcall.limits:
///   tenant: {calls-per-minute: 3000, concurrent-uploads: 16}
///   overrides:
///     - {party: tenant, name: contoso, limits: {calls-per-minute: 9000, max-rows: 50000}}
/// ```
///
/// `parties` bounds how many parties of each kind a process keeps count of.
@ConfigurationProperties("rollcall.limits")
record LimitProperties(
        @Nullable LimitSettings tenant,
        @Nullable LimitSettings partner,
        @Nullable LimitSettings supplier,
        @Nullable LimitSettings unaffiliated,
        @DefaultValue List<SingleParty> overrides,
        @DefaultValue("10000") int parties) {

    record SingleParty(Party party, String name, LimitSettings limits) {}

    LimitSettings of(Party party) {
        var settings = switch (party) {
            case TENANT -> tenant;
            case PARTNER -> partner;
            case SUPPLIER -> supplier;
            case UNAFFILIATED -> unaffiliated;
        };
        return settings == null ? LimitSettings.NONE : settings;
    }
}
