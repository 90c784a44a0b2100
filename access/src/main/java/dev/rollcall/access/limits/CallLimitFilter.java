package dev.rollcall.access.limits;

import dev.rollcall.access.Caller;
import dev.rollcall.access.Traffic;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Counts each call against the limits of its party and refuses what is beyond them, before a byte of the body is read.
/// Every answer says how much is left.
final class CallLimitFilter extends OncePerRequestFilter {
    private final Accounts accounts;
    private final LimitProblems problems;
    private final long mostBytes;
    private final Function<HttpServletRequest, Traffic> traffic;

    CallLimitFilter(
            Accounts accounts, LimitProblems problems, long mostBytes, Function<HttpServletRequest, Traffic> traffic) {
        this.accounts = accounts;
        this.problems = problems;
        this.mostBytes = mostBytes;
        this.traffic = traffic;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = Caller.of(request.getUserPrincipal());
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        BodyValve.know(request);
        var account = accounts.of(PartyName.of(caller.get()));
        var policy = Policy.of(traffic.apply(request));
        var probe = policy.bucket(account).tryConsumeAndReturnRemaining(1);
        policy.tell(response, account, probe);
        if (!probe.isConsumed()) {
            problems.tooManyCalls(response, policy.label(), policy.quota(account.limits()), probe);
        } else if (hasBody(request)) {
            withBody(account, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void withBody(Account account, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!account.uploads().tryAcquire()) {
            problems.tooManyUploads(response, account.limits().uploads());
            return;
        }
        try {
            withinBytes(request, response, chain);
        } finally {
            account.uploads().release();
        }
    }

    private void withinBytes(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (traffic.apply(request) == Traffic.UPLOAD) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > mostBytes) {
            problems.tooManyBytes(response, mostBytes);
        } else {
            chain.doFilter(new BoundedRequest(request, mostBytes), response);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }
}
