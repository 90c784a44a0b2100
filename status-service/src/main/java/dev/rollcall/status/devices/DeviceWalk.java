package dev.rollcall.status.devices;

import java.util.Optional;
import java.util.regex.Pattern;

/// What is settled when a walk through a list begins, and holds for all its pages: how many devices there are, or at
/// least how many, where those stand that are not decided yet, and whether a text is common ([DeviceSelection]).
record DeviceWalk(long total, boolean totalIsMinimum, boolean muchUndecided, boolean textIsCommon) {
    private static final Pattern TEXT = Pattern.compile("([em])([fm])([rc])");

    /// All of it but the total, for a cursor.
    String encoded() {
        return (totalIsMinimum ? "m" : "e") + (muchUndecided ? "m" : "f") + (textIsCommon ? "c" : "r");
    }

    static Optional<DeviceWalk> decoded(String text, long total) {
        var parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new DeviceWalk(
                        total,
                        parts.group(1).equals("m"),
                        parts.group(2).equals("m"),
                        parts.group(3).equals("c")))
                : Optional.empty();
    }
}
