package dev.rollcall.identity;

import java.util.Set;

/// Serial numbers that firmware ships where nobody has set one. They are the same on thousands of machines.
final class PlaceholderSerialNumbers {
    private static final Set<String> NORMALIZED = Set.of(
            "system serial number",
            "default string",
            "to be filled by o.e.m.",
            "to be filled by o.e.m",
            "to be filled by oem",
            "none",
            "null",
            "n/a",
            "na",
            "not applicable",
            "not available",
            "not specified",
            "not defined",
            "unknown",
            "invalid",
            "empty",
            "oem",
            "o.e.m.",
            "serial number",
            "chassis serial number",
            "base board serial number",
            "xxxxxxx",
            "xxxxxxxxxx",
            "0123456789",
            "123456789",
            "1234567890");

    private PlaceholderSerialNumbers() {}

    static boolean contains(String serialNumber) {
        var normalized = NormalizedText.of(serialNumber);
        return NORMALIZED.contains(normalized)
                || normalized.chars().allMatch(c -> c == '0')
                || normalized.chars().allMatch(c -> c == '.' || c == '-' || c == '*' || c == '?');
    }
}
