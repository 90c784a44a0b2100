package dev.rollcall.faults.abuse;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Uploads of a few rows, all of them at the same moment: each is taken, or its tenant has too many.
public record ParallelUploads(int uploads, int tenants) implements Attack {
    private static final Set<Integer> FAIR = Set.of(202, 429);

    @Override
    public String words() {
        return uploads + " uploads at once by " + tenants + " tenants";
    }

    @Override
    public Impact on(Target target) {
        var tally = new Tally();
        try (var post = new Post()) {
            Horde.of(
                    uploads,
                    number -> post.upload(target.door(), target.token(number, tenants), "text/csv", csv(number))
                            .ifPresentOrElse(
                                    answer -> judge(answer.statusCode(), tally), () -> tally.breached("no answer")));
        }
        return tally.impact();
    }

    private void judge(int status, Tally tally) {
        tally.met(Integer.toString(status));
        if (!FAIR.contains(status)) {
            tally.breached("one of " + words() + " is answered " + status);
        }
    }

    private static byte[] csv(int number) {
        var rows = new StringBuilder("Device Serial Number,Windows Product ID,Hardware Hash\n");
        for (var row = 0; row < 5; row++) {
            rows.append("ABUSE-").append(number).append('-').append(row).append(",,none\n");
        }
        return rows.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
