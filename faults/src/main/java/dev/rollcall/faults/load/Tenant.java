package dev.rollcall.faults.load;

import dev.rollcall.faults.history.Act;
import dev.rollcall.faults.history.Answer;
import dev.rollcall.faults.history.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// A tenant's client. What it does next it draws; the same seed draws the same, whatever it meets. All of them
/// ask for the devices of one window that moves on with each of their steps, so that they race.
final class Tenant {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int WINDOW = 60;
    private static final int STRIDE = 12;
    private static final int SPOILED = 200;
    private static final int REMEMBERED = 50;
    private static final int MOST_AT_ONCE = 5;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final int MORE_PAUSE_MILLIS = 300;

    private final Party party;
    private final Devices devices;
    private final Batches batches;
    private final Random random;
    private final InstantSource clock = InstantSource.system();
    private final List<Act.Upload> taken = new ArrayList<>();
    private List<String> held = List.of();
    private int step;

    Tenant(Party party, Devices devices, long seed) {
        this.party = party;
        this.devices = devices;
        this.batches = new Batches(party, devices);
        this.random = new Random(seed ^ party.tenant().hashCode());
    }

    /// Until it is told to stop; a batch that is under way then gets its answer, if it comes while `patient`.
    void act(BooleanSupplier going, BooleanSupplier patient) {
        while (going.getAsBoolean()) {
            step++;
            next(random.nextInt(100), patient);
            Pause.of(SHORTEST_PAUSE.plusMillis(random.nextInt(MORE_PAUSE_MILLIS)));
        }
    }

    private void next(int drawn, BooleanSupplier patient) {
        if (drawn < 45) {
            register(patient);
        } else if (drawn < 53) {
            postAgain();
        } else if (drawn < 58) {
            postOtherContent();
        } else if (drawn < 63) {
            party.upload(
                    new Act.Nonsense(key()), key(), "no,header,of,ours\n1,2,3,4\n".getBytes(StandardCharsets.US_ASCII));
        } else if (drawn < 75) {
            release();
        } else if (drawn < 85) {
            report();
        } else {
            look();
        }
    }

    private void register(BooleanSupplier patient) {
        var upload = new Act.Upload(
                key(), rows(random.nextInt(10) == 0 ? 21 + random.nextInt(180) : 1 + random.nextInt(15)), true);
        if (batches.post(upload.key(), upload.rows(), patient)) {
            taken.add(upload);
        }
        if (taken.size() > REMEMBERED) {
            taken.removeFirst();
        }
    }

    private List<Row> rows(int count) {
        return IntStream.range(0, count).mapToObj(_ -> row()).toList();
    }

    private Row row() {
        var drawn = random.nextInt(100);
        if (drawn < 6) {
            return new Row(devices.unlisted() + random.nextInt(SPOILED), Row.Kind.UNLISTED);
        }
        if (drawn < 12) {
            return new Row(devices.unlisted() + SPOILED + random.nextInt(SPOILED), Row.Kind.DAMAGED);
        }
        return new Row(1 + Math.floorMod(step * STRIDE + random.nextInt(WINDOW), devices.contested()), Row.Kind.GOOD);
    }

    private void postAgain() {
        any(taken).ifPresent(upload -> batches.postOnce(upload.key(), upload.rows()));
    }

    private void postOtherContent() {
        any(taken).ifPresent(upload -> batches.postOnce(upload.key(), rows(2)));
    }

    private void release() {
        var given = some();
        if (!given.isEmpty()) {
            party.post(new Act.Release(given), "/v1/devices:release", json("deviceIds", given));
        }
    }

    private void report() {
        var seen = some();
        if (!seen.isEmpty()) {
            var act = new Act.Sighting(seen, clock.instant());
            var events = seen.stream()
                    .map(device -> new Seen(device, party.tenant(), act.seenAt().toString()))
                    .toList();
            party.post(act, "/v1/device-activity", json("events", events));
        }
    }

    private record Seen(String deviceId, String user, String seenAt) {}

    private void look() {
        var path = "/v1/devices?limit=100&sort=-registeredAt&state=ReadyForUser&state=Active";
        if (party.ask(path) instanceof Answer.Given(var status, var body) && status == 200) {
            held = JSON.readTree(body)
                    .path("items")
                    .valueStream()
                    .map(item -> item.path("deviceId").asString())
                    .toList();
        }
    }

    private List<String> some() {
        if (held.isEmpty()) {
            return List.of();
        }
        IntUnaryOperator place = _ -> random.nextInt(held.size());
        return IntStream.range(0, 1 + random.nextInt(MOST_AT_ONCE))
                .map(place)
                .distinct()
                .mapToObj(held::get)
                .toList();
    }

    private Optional<Act.Upload> any(List<Act.Upload> uploads) {
        return uploads.isEmpty() ? Optional.empty() : Optional.of(uploads.get(random.nextInt(uploads.size())));
    }

    private String key() {
        return party.tenant() + "-" + step;
    }

    private static String json(String field, List<?> values) {
        return JSON.writeValueAsString(Map.of(field, values));
    }
}
