package dev.rollcall.benchmarks.portal;

import dev.rollcall.benchmarks.server.BenchAccounts;
import dev.rollcall.benchmarks.server.BenchFailure;
import dev.rollcall.benchmarks.server.BenchUser;
import java.util.List;

/// How many devices there are, how often the list is opened by a browser with an empty cache, and in how many rounds
/// each thing is done once, after `warmUp` rounds that do not count.
public record PortalPlan(int devices, int coldViews, int rounds, int warmUp) {
    static final String TENANT = "contoso";
    static final BenchUser USER = BenchUser.adminOf(TENANT);
    private static final int FEWEST_DEVICES = 1_000;

    public static final BenchAccounts ACCOUNTS = new BenchAccounts(List.of(), List.of(USER));

    public PortalPlan {
        if (devices < FEWEST_DEVICES) {
            throw new BenchFailure("--devices must be at least " + FEWEST_DEVICES);
        }
        if (coldViews < 1 || rounds < 1) {
            throw new BenchFailure("--cold-views and --rounds must be at least 1");
        }
    }
}
