package dev.rollcall.status.web;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// What the framework itself refuses (no such path, method or media type, an id that is none) as problems with a type
/// of ours.
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 20)
class FrameworkProblems extends ResponseEntityExceptionHandler {

    /// Tomcat reads the parameters when they are first asked for, and refuses them only then.
    @ExceptionHandler
    ResponseEntity<Problem> undecodable(InvalidParameterException cause) {
        return Problem.answer(
                HttpStatus.BAD_REQUEST, "malformed-query", "The query can't be decoded, or has too many parameters.");
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        var problemHeaders = new HttpHeaders(headers); // those of the framework may be read-only
        problemHeaders.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var status = HttpStatus.resolve(code.value());
        if (status != null && body instanceof ProblemDetail problem) {
            return new ResponseEntity<>(Problem.of(status, problem.getDetail()), problemHeaders, code);
        }
        return new ResponseEntity<>(body, problemHeaders, code);
    }
}
