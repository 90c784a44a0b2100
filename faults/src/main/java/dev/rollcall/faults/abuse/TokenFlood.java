package dev.rollcall.faults.abuse;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/// Calls with tokens that are none, as fast as they go: garbage, unsigned ones, signatures of nobody's, true ones of
/// which a character was changed.
public record TokenFlood(int calls) implements Attack {
    private static final int CALLERS = 16;
    private static final int REFUSED = 401;
    private static final int SIGNATURE_BYTES = 256;

    @Override
    public String words() {
        return calls + " calls with forged tokens";
    }

    @Override
    public Impact on(Target target) {
        var tally = new Tally();
        var genuine = target.token(0, 1);
        var devices = target.desk().resolve("/v1/devices");
        var relationships = target.door().resolve("/v1/partner-relationships");
        List<IntFunction<String>> forgeries = List.of(
                number -> "garbage" + number,
                number -> unsigned("attacker-" + number),
                number -> signedByNobody(number, new Random(number)),
                number -> changed(genuine, number));
        try (var post = new Post()) {
            Horde.of(CALLERS, caller -> {
                for (var call = caller; call < calls; call += CALLERS) {
                    var forged =
                            forgeries.get(call / CALLERS % forgeries.size()).apply(call);
                    present(forged, call % 2 == 0 ? devices : relationships, post, tally);
                }
            });
        }
        return tally.impact();
    }

    private void present(String forged, URI question, Post post, Tally tally) {
        var answer = post.get(question, forged, "application/json");
        answer.ifPresentOrElse(
                given -> {
                    tally.answered(given.statusCode(), words());
                    if (given.statusCode() != REFUSED) {
                        tally.breached("a forged token is answered " + given.statusCode());
                    }
                },
                () -> tally.breached("a forged token has no answer"));
    }

    private static String unsigned(String tenant) {
        return encoded("{\"alg\":\"none\"}") + "." + claims(tenant) + ".";
    }

    /// Each with another key's name.
    private static String signedByNobody(int number, Random random) {
        var signature = new byte[SIGNATURE_BYTES];
        random.nextBytes(signature);
        return encoded("{\"alg\":\"RS256\",\"kid\":\"key-" + number + "\"}") + "." + claims("prober") + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String claims(String tenant) {
        return encoded("{\"tenant\":\"" + tenant + "\",\"scope\":\"devices:read\",\"exp\":4102444800}");
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /// Within its claims or its signature, and never in the last character, which has bits to spare.
    private static String changed(String token, int number) {
        var start = token.indexOf('.') + 1;
        var place = start + Math.floorMod(number * 31, token.length() - start - 1);
        var other = token.charAt(place) == 'A' ? 'B' : 'A';
        return token.charAt(place) == '.'
                ? token.substring(0, place)
                : token.substring(0, place) + other + token.substring(place + 1);
    }
}
