package dev.rollcall.standalone.e2e;

import dev.rollcall.fixtures.AnswerCheck;
import dev.rollcall.fixtures.OpenApi;
import dev.rollcall.fixtures.OpenApi.Operation;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What both services promise, and which of the calls were seen to keep it.
final class Contracts {
    private static final List<OpenApi> DOCUMENTS =
            Stream.of("upload-service", "status-service").map(OpenApi::of).toList();
    private static final List<AnswerCheck> CHECKS =
            DOCUMENTS.stream().map(AnswerCheck::new).toList();
    private static final Set<String> SUCCEEDED = ConcurrentHashMap.newKeySet();

    private Contracts() {}

    /// Throws an [AssertionError] for an answer that no contract has.
    static void check(String method, String path, HttpResponse<String> response) {
        var answer = new AnswerCheck.Answer(response.statusCode(), response.headers(), response.body());
        CHECKS.forEach(check -> check.check(method, path, answer));
        if (response.statusCode() < 300) {
            DOCUMENTS.stream()
                    .flatMap(document -> document.operation(method, path.split("[?]", 2)[0]).stream())
                    .map(Operation::id)
                    .forEach(SUCCEEDED::add);
        }
    }

    static Set<String> succeeded() {
        return Set.copyOf(SUCCEEDED);
    }

    static Stream<String> all() {
        return DOCUMENTS.stream()
                .flatMap(document -> document.operations().stream())
                .map(Operation::id);
    }
}
