package dev.rollcall.standalone.demo;

import static java.util.stream.Collectors.toMap;

import dev.rollcall.standalone.client.DeviceEntry;
import dev.rollcall.standalone.client.RowResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Compares what the API shows with what the samples expect.
final class Checks {
    private static final String NOTHING = "-";

    private final Parties parties;
    private final Map<String, Map<String, DeviceEntry>> devices = new HashMap<>();

    Checks(Parties parties) {
        this.parties = parties;
    }

    /// The rows of all batches as they are now.
    static List<CheckedRow> of(Parties parties, List<Posted> batches) {
        var checks = new Checks(parties);
        return batches.stream().flatMap(posted -> checks.rows(posted).stream()).toList();
    }

    private List<CheckedRow> rows(Posted posted) {
        var party = posted.sample().postedBy();
        var results = parties.api(party).results(posted.batchId());
        var expected = posted.sample().rows();
        return IntStream.range(0, expected.size())
                .mapToObj(row -> row(posted, row, row < results.size() ? results.get(row) : null))
                .toList();
    }

    private CheckedRow row(Posted posted, int row, @Nullable RowResult result) {
        var expected = posted.sample().rows().get(row);
        var entry = result == null || result.deviceId() == null
                ? null
                : devices(posted.sample().postedBy()).get(result.deviceId());
        return new CheckedRow(
                posted,
                expected,
                result == null ? null : result.deviceId(),
                result == null ? NOTHING : result.outcome(),
                entry == null ? NOTHING : entry.state(),
                entry == null ? NOTHING : entry.label());
    }

    private Map<String, DeviceEntry> devices(String party) {
        return devices.computeIfAbsent(
                party,
                name -> parties.api(name).devices().stream()
                        .collect(toMap(DeviceEntry::deviceId, Function.identity())));
    }
}
