package dev.rollcall.registration.flow;

import static dev.rollcall.registration.Scenario.CONTOSO;
import static dev.rollcall.registration.Scenario.newDevice;
import static dev.rollcall.registration.Scenario.registration;
import static dev.rollcall.registration.Scenario.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.DeviceRequest;
import dev.rollcall.identity.DeviceTuple;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RoundTest {
    private final DeviceTuple device = newDevice();
    private final DeviceTuple other = newDevice();

    @Test
    void takesAPollWithoutReleasesAsOneSet() {
        var requests =
                List.of(registration(CONTOSO, device), registration(CONTOSO, other), registration(CONTOSO, device));

        var rounds = Round.of(rows(requests));

        assertThat(rounds).hasSize(1);
        assertThat(rounds.getFirst().registrations()).extracting(Row::request).isEqualTo(requests);
    }

    @Test
    void takesReleasesBehindTheRegistrationsOfTheSameRound() {
        var requests = List.of(release(CONTOSO, other), registration(CONTOSO, device), release(CONTOSO, device));

        var rounds = Round.of(rows(requests));

        assertThat(rounds).hasSize(1);
        assertThat(rounds.getFirst().releases()).hasSize(2);
    }

    @Test
    void beginsARoundWhereADeviceIsRegisteredBehindItsRelease() {
        var again = registration(CONTOSO, device);
        var requests =
                List.of(registration(CONTOSO, device), release(CONTOSO, device), again, release(CONTOSO, device));

        var rounds = Round.of(rows(requests));

        assertThat(rounds).hasSize(2);
        assertThat(rounds.getLast().registrations()).extracting(Row::request).containsExactly(again);
        assertThat(rounds.getLast().releases()).hasSize(1);
    }

    @Test
    void needsOneRoundForAnyNumberOfReleasesInARow() {
        var requests =
                Stream.generate(() -> release(CONTOSO, device)).limit(100).toList();

        assertThat(Round.of(rows(requests))).hasSize(1);
    }

    private static List<Row<? extends DeviceRequest>> rows(List<? extends DeviceRequest> requests) {
        return requests.stream()
                .<Row<? extends DeviceRequest>>map(request ->
                        new Row<>(request, new ConsumerRecord<>("lane", 0, 0, request.key(), new byte[0]), Lane.SMALL))
                .toList();
    }
}
