package dev.rollcall.upload.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// What no controller of ours expects: a database that is away is a 503, anything else a 500 that
/// tells nothing of its cause. The log tells it, under the same request id as the answer.
@RestControllerAdvice(basePackages = "dev.rollcall.upload")
@Order(Ordered.LOWEST_PRECEDENCE)
class UnexpectedProblems {
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedProblems.class);

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> away(Exception cause) {
        LOG.atError().setCause(cause).log("the database did not answer");
        return Problems.unavailable();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception cause) {
        LOG.atError().setCause(cause).log("unexpected");
        return Problems.answer(Problems.of(HttpStatus.INTERNAL_SERVER_ERROR));
    }
}
