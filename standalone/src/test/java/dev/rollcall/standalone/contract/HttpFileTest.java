package dev.rollcall.standalone.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.fixtures.OpenApi;
import dev.rollcall.fixtures.OpenApi.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `docs/rollcall.http` asks for nothing that the services do not promise, and sends files that there are.
class HttpFileTest {
    private static final Path FILE = Path.of("../docs/rollcall.http");
    private static final Pattern REQUEST =
            Pattern.compile("(?m)^(GET|POST|PUT|DELETE) \\{\\{url}}(/v1/[^?\\n]*)(?:\\?(\\S+))?\\n((?:\\S+: .*\\n?)+)");
    private static final Pattern SENT_FILE = Pattern.compile("(?m)^< (\\S+)$");
    private static final Set<String> HEADERS_OF_ANY_CALL = Set.of("Authorization", "Content-Type", "Accept");
    private static final List<OpenApi> CONTRACTS =
            Stream.of(Service.values()).map(Service::contract).toList();

    record Request(String method, String path, List<String> query, List<String> headers) {

        static Request of(MatchResult found) {
            var query = found.group(3) == null ? "" : found.group(3);
            return new Request(
                    found.group(1),
                    found.group(2).replaceAll("\\{\\{[^}]*}}", "something"),
                    Arrays.stream(query.split("&", -1))
                            .map(part -> part.split("=", 2)[0])
                            .filter(name -> !name.isEmpty())
                            .toList(),
                    found.group(4).lines().map(line -> line.split(":", 2)[0]).toList());
        }

        Operation operation() {
            return CONTRACTS.stream()
                    .flatMap(contract -> contract.operation(method, path).stream())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nobody promises " + this));
        }
    }

    static Stream<Request> requests() throws IOException {
        return REQUEST.matcher(Files.readString(FILE)).results().map(Request::of);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void asksForWhatIsPromised(Request request) {
        var parameters = request.operation()
                .node()
                .path("parameters")
                .valueStream()
                .map(parameter -> parameter.path("name").asString())
                .collect(Collectors.toSet());

        assertThat(parameters).containsAll(request.query());
        assertThat(request.headers()).allMatch(name -> HEADERS_OF_ANY_CALL.contains(name) || parameters.contains(name));
    }

    @Test
    void hasTheWholeStory() throws IOException {
        var text = Files.readString(FILE);

        assertThat(requests())
                .hasSize(Math.toIntExact(text.lines()
                        .filter(line -> line.contains("{{url}}/v1/"))
                        .count()));
        assertThat(requests().map(request -> request.operation().id()))
                .contains(
                        "postCatalog",
                        "postBatch",
                        "getBatch",
                        "listResults",
                        "listDevices",
                        "confirmDeliveryStep",
                        "confirmDelivery",
                        "postActivity",
                        "acceptRelationship",
                        "postBatchForCustomer",
                        "releaseDevice");
    }

    @Test
    void sendsFilesThatThereAre() throws IOException {
        var files = SENT_FILE
                .matcher(Files.readString(FILE))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(FILE.resolveSibling(file)).exists());
    }
}
