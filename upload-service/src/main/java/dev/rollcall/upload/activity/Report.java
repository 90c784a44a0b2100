package dev.rollcall.upload.activity;

import dev.rollcall.identity.DeviceId;
import dev.rollcall.upload.activity.SightingReading.Invalid;
import dev.rollcall.upload.activity.SightingReading.Valid;
import dev.rollcall.upload.reading.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The events of one report: how many, what is wrong with them, and of each device its newest sighting. The line of a
/// problem is the event's place in the array, counted from 1.
record Report(int accepted, Collection<Sighting> newest, List<Problem> problems) {
    private static final String BODY = "body.json";
    private static final int MAX_PROBLEMS = 100;

    static Report of(JsonNode body, SightingReader reader, int maxEvents) {
        var events = body.path("events");
        if (!events.isArray()) {
            return refused("the body must be an object with an array named \"events\"");
        }
        if (events.size() > maxEvents) {
            return refused("more than " + maxEvents + " events in one report");
        }
        return read(events, reader);
    }

    static Report refused(String message) {
        return new Report(0, List.of(), List.of(Problem.inFile(BODY, message)));
    }

    private static Report read(JsonNode events, SightingReader reader) {
        Map<DeviceId, Sighting> newest = new LinkedHashMap<>();
        var problems = new ArrayList<Problem>();
        var place = 0L;
        for (var event : events) {
            place++;
            switch (reader.read(event)) {
                case Valid(var sighting) -> newest.merge(sighting.device(), sighting, Report::newer);
                case Invalid(var message) -> problems.add(Problem.atLine(BODY, place, message));
            }
        }
        return new Report(
                events.size(),
                newest.values(),
                problems.stream().limit(MAX_PROBLEMS).toList());
    }

    private static Sighting newer(Sighting one, Sighting other) {
        return other.seenAt().isBefore(one.seenAt()) ? one : other;
    }
}
