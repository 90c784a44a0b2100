package dev.rollcall.standalone.credentials;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Secrets that nobody has seen before.
final class Secrets {
    private static final int MACHINE_BYTES = 32;
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    /// No two of these are taken for each other on paper: 31 to the power of 16 is 79 bits.
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String forMachine() {
        var random = new byte[MACHINE_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /// Short enough to be typed: `kmvt-2rhd-9qwx-c7nf`.
    static String forPerson() {
        return IntStream.range(0, GROUPS).mapToObj(_ -> group()).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(GROUP_LENGTH, 0, READABLE.length())
                .mapToObj(index -> READABLE.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
