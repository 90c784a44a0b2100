package dev.rollcall.status.devices;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.status.paging.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the list and, for who shows both and wants to ask once, the counts beside it.
record DevicePage(
        List<DeviceItem> items,
        @Nullable String nextCursor,
        long total,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean totalIsMinimum,
        @JsonInclude(JsonInclude.Include.NON_NULL) DeviceSummary.@Nullable Counts summary) {

    static DevicePage of(Page<DeviceItem> page, DeviceSummary.@Nullable Counts summary) {
        return new DevicePage(page.items(), page.nextCursor(), page.total(), page.totalIsMinimum(), summary);
    }
}
