package dev.rollcall.status.web;

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
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// What the framework itself refuses (no such path, method or media type, an id that is none) as problems with a type
/// of ours.
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 20)
class FrameworkProblems extends ResponseEntityExceptionHandler {

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var status = HttpStatus.resolve(code.value());
        if (status != null && body instanceof ProblemDetail problem) {
            return new ResponseEntity<>(Problem.of(status, problem.getDetail()), headers, code);
        }
        return new ResponseEntity<>(body, headers, code);
    }
}
