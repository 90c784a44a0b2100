package dev.rollcall.upload.devices;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.RequestId;
import dev.rollcall.upload.devices.DeviceOutcome.Decided;
import dev.rollcall.upload.devices.DeviceOutcome.Unavailable;
import dev.rollcall.upload.web.Problems;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/// What a call that asks something for devices is answered.
final class DeviceAnswer {
    private DeviceAnswer() {}

    record One(RequestId requestId) {}

    record Many(List<AcceptedDevice> accepted, List<Refused> refused) {}

    /// `status` and `title` are those that a call for this device alone is answered with.
    record Refused(DeviceId deviceId, int status, String title) {}

    static ResponseEntity<?> ofOne(DeviceOutcome outcome) {
        return switch (outcome) {
            case Decided decided -> ofOne(decided);
            case Unavailable _ -> Problems.unavailable();
        };
    }

    static ResponseEntity<?> ofMany(DeviceOutcome outcome) {
        return switch (outcome) {
            case Decided decided -> ofMany(decided);
            case Unavailable _ -> Problems.unavailable();
        };
    }

    private static ResponseEntity<?> ofOne(Decided decided) {
        return decided.accepted().isEmpty()
                ? Problems.answer(problem(decided.refusal()))
                : ResponseEntity.accepted()
                        .body(new One(decided.accepted().getFirst().requestId()));
    }

    private static ResponseEntity<?> ofMany(Decided decided) {
        var refused = decided.refused().stream().map(DeviceAnswer::refused).toList();
        if (!decided.accepted().isEmpty()) {
            return ResponseEntity.accepted().body(new Many(decided.accepted(), refused));
        }
        var problem = problem(decided.refusal());
        problem.setProperty("refused", refused);
        return Problems.answer(problem);
    }

    private static Refused refused(RefusedDevice device) {
        var problem = problem(device.obstacle());
        return new Refused(device.deviceId(), problem.getStatus(), String.valueOf(problem.getTitle()));
    }

    private static ProblemDetail problem(Obstacle obstacle) {
        return switch (obstacle) {
            case ABSENT -> Problems.of(HttpStatus.NOT_FOUND);
            case PENDING ->
                explained(
                        Problems.of(HttpStatus.CONFLICT, "registration-pending", "The registration is not done yet"),
                        "A request for the device is pending. Try again when it has an outcome.");
            case UNREGISTERED ->
                explained(
                        Problems.of(HttpStatus.CONFLICT, "not-registered", "The device is not registered"),
                        "Only a device whose registration succeeded is on its way to a user.");
        };
    }

    private static ProblemDetail explained(ProblemDetail problem, String detail) {
        problem.setDetail(detail);
        return problem;
    }
}
