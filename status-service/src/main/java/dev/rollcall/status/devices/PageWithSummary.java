package dev.rollcall.status.devices;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rollcall.status.paging.Page;

/// A page of the list and the counts beside it, so that who shows both asks once.
record PageWithSummary(@JsonUnwrapped Page<DeviceItem> page, DeviceSummary.Counts summary) {}
