package dev.rollcall.status.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/// What goes wrong on our side: the database is away, or there is a bug. The answer tells which, and no more. An answer
/// that has begun is broken off, so that nobody takes its half for the whole.
@ControllerAdvice("dev.rollcall.status")
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class ServiceProblems {
    private static final Logger log = LoggerFactory.getLogger(ServiceProblems.class);

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ResponseEntity<Problem> unavailable(Exception outage, HttpServletResponse response) throws Exception {
        log.atWarn().addKeyValue("outage", outage.getClass().getSimpleName()).log("the database is away");
        startOver(response, outage);
        var problem = Problem.answer(
                HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", "The database is away. Try again shortly.");
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem.getBody());
    }

    /// Null for a caller that has hung up.
    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Problem> bug(Exception bug, HttpServletResponse response) throws Exception {
        if (DisconnectedClientHelper.isClientDisconnectedException(bug)) {
            return null;
        }
        log.atError().setCause(bug).log("a call failed");
        startOver(response, bug);
        return Problem.answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-server-error",
                "The call failed on our side. Contact support with the X-Request-Id of this answer.");
    }

    private static void startOver(HttpServletResponse response, Exception reason) throws Exception {
        if (response.isCommitted()) {
            throw reason;
        }
        response.resetBuffer();
    }
}
