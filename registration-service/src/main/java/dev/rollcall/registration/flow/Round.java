package dev.rollcall.registration.flow;

import dev.rollcall.events.DeviceRequest;
import dev.rollcall.events.DeviceRequest.RegistrationRequested;
import dev.rollcall.events.DeviceRequest.ReleaseRequested;
import dev.rollcall.identity.DeviceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rows that can be settled as two sets, the registrations and then the releases, without a
/// device's requests changing their order. A device that is registered again behind its release
/// goes on in the next round; a poll without releases is one round.
record Round(List<Row<RegistrationRequested>> registrations, List<Row<ReleaseRequested>> releases) {

    /// Where a device's requests have got to: the round, and whether a release was among them
    /// there.
    private record Place(int round, boolean released) {
        static final Place START = new Place(0, false);

        Place after(DeviceRequest request) {
            return switch (request) {
                case RegistrationRequested _ -> released ? new Place(round + 1, false) : this;
                case ReleaseRequested _ -> new Place(round, true);
            };
        }
    }

    static List<Round> of(List<? extends Row<? extends DeviceRequest>> rows) {
        var rounds = new ArrayList<Round>();
        Map<DeviceId, Place> places = new HashMap<>();
        for (var row : rows) {
            var before = places.getOrDefault(row.request().deviceId(), Place.START);
            var place = before.after(row.request());
            places.put(row.request().deviceId(), place);
            if (rounds.size() == place.round()) {
                rounds.add(new Round(new ArrayList<>(), new ArrayList<>()));
            }
            rounds.get(place.round()).add(row);
        }
        return rounds;
    }

    private void add(Row<? extends DeviceRequest> row) {
        switch (row.request()) {
            case RegistrationRequested request -> registrations.add(row.of(request));
            case ReleaseRequested request -> releases.add(row.of(request));
        }
    }
}
