package dev.rollcall.benchmarks.fairness;

import java.util.stream.LongStream;

/// Jain's fairness index of what several parties got: 1 where all got the same, 1/n where one of n got everything.
final class JainIndex {
    private JainIndex() {}

    /// No number where nobody got anything: then there is nothing to be fair about.
    static double of(long... shares) {
        var sum = (double) LongStream.of(shares).sum();
        var squares = LongStream.of(shares)
                .mapToDouble(share -> (double) share * share)
                .sum();
        return sum * sum / (shares.length * squares);
    }
}
