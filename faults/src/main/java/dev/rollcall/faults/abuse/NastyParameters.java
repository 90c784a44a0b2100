package dev.rollcall.faults.abuse;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// SQL and other languages in every parameter of every question that the services document, one at a time. It must
/// neither be obeyed, nor be answered with what is another's, nor take long.
public record NastyParameters() implements Attack {
    private static final Duration LONG = Duration.ofSeconds(5);

    /// The honest caller's tenant: none of its data may be seen.
    private static final String ANOTHERS = "prober";

    private static final List<String> WORDS = List.of(
            "' OR '1'='1",
            "'; DROP SCHEMA status CASCADE; --",
            "1) UNION SELECT version(), current_user --",
            "'||(SELECT pg_sleep(20))||'",
            "\"; SELECT pg_sleep(20); --",
            "%' ESCAPE '\\",
            "\\",
            "%00",
            "\u0000",
            "\ud83d\ude00\uffff",
            "${jndi:ldap://127.0.0.1:1/x}",
            "{{7*7}}",
            "../../../../etc/passwd",
            "-1",
            "99999999999999999999",
            "NaN",
            "a".repeat(5_000));

    @Override
    public String words() {
        return "SQL and the like in every parameter";
    }

    @Override
    public Impact on(Target target) {
        var tally = new Tally();
        var token = target.token(0, 1);
        try (var post = new Post()) {
            for (var question : Contract.questions(target, post)) {
                WORDS.forEach(word -> ask(question, word, post, token, tally));
            }
        }
        return tally.impact();
    }

    private static void ask(Contract.Question question, String word, Post post, String token, Tally tally) {
        var address = question.with(URLEncoder.encode(word, StandardCharsets.UTF_8));
        var begun = System.nanoTime();
        var answer = post.get(address, token, "application/json")
                .orElseThrow(() -> new BenchFailure("no answer to " + address));
        if (System.nanoTime() - begun > LONG.toNanos()) {
            tally.breached(address + " takes " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        }
        judge(address, answer, tally);
    }

    private static void judge(URI address, HttpResponse<String> answer, Tally tally) {
        tally.answered(answer.statusCode(), address.toString());
        if (answer.body().contains(ANOTHERS)) {
            tally.breached(address + " tells of " + ANOTHERS);
        }
    }
}
