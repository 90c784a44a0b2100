package dev.rollcall.access.limits;

import dev.rollcall.access.limits.BoundedRequest.TooManyBytes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Whatever a reader makes of it, a body that is too large is a 413.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyProblems {
    private final LimitProblems problems;

    BodyProblems(LimitProblems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void tooManyBytes(TooManyBytes cause, HttpServletResponse response) throws IOException {
        problems.tooManyBytes(response, cause.most());
    }
}
