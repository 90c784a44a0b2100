package dev.rollcall.access.limits;

import dev.rollcall.access.Traffic;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;

/// Holds every call to the limits of its party, once per process.
public final class CallLimits {
    private final Accounts accounts;
    private final LimitProblems problems;
    private final long mostBytes;

    CallLimits(Accounts accounts, LimitProblems problems, long mostBytes) {
        this.accounts = accounts;
        this.problems = problems;
        this.mostBytes = mostBytes;
    }

    /// For a filter chain, behind authentication, because the party comes from the verified token, and before
    /// authorization, so that forbidden calls count too.
    public Filter on(Function<HttpServletRequest, Traffic> traffic) {
        return new CallLimitFilter(accounts, problems, mostBytes, traffic);
    }
}
