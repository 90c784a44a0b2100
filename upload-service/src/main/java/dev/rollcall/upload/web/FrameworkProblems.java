package dev.rollcall.upload.web;

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
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Gives the framework's own refusals (404, 405, 415, …) the shape of all our
/// answers. Not bound to a package, because these come up before a controller is found; ahead of
/// what other services of the same process have for that, because only this one knows of uploads.
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE - 30)
class FrameworkProblems extends ResponseEntityExceptionHandler {

    /// Tomcat reads the parameters when they are first asked for, and refuses them only then.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> undecodable(InvalidParameterException cause) {
        var problem = Problems.of(HttpStatus.BAD_REQUEST, "malformed-query", "The query is malformed");
        problem.setDetail("The query can't be decoded, or has too many parameters.");
        return Problems.answer(problem);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception cause, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = Problems.of(status);
        if (status.is4xxClientError() && body instanceof ProblemDetail framework) {
            problem.setDetail(framework.getDetail());
        }
        return answer(problem, headers);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
