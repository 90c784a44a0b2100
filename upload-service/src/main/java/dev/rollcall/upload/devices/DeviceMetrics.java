package dev.rollcall.upload.devices;

import dev.rollcall.upload.devices.DeviceOutcome.Decided;
import dev.rollcall.upload.devices.DeviceOutcome.Unavailable;
import dev.rollcall.upload.web.UploadMetrics;
import org.springframework.stereotype.Component;

/// Counts what became of every call that asks something for devices; its rows are the devices for which that was taken.
@Component
final class DeviceMetrics {
    private final UploadMetrics metrics;

    DeviceMetrics(UploadMetrics metrics) {
        this.metrics = metrics;
    }

    void count(DeviceAct act, DeviceOutcome outcome) {
        switch (outcome) {
            case Decided decided ->
                metrics.count(
                        act.kind(),
                        decided.accepted().isEmpty() ? "refused" : "accepted",
                        decided.accepted().size());
            case Unavailable _ -> metrics.count(act.kind(), "unavailable", 0);
        }
    }
}
