package dev.rollcall.faults.abuse;

import dev.rollcall.benchmarks.server.BenchFailure;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The questions that a service's own document names, each with one parameter that is ours to fill.
record Contract(URI service, JsonNode document) {
    private static final String ANY_ID = "00000000-0000-4000-8000-000000000000";

    /// `template` has a `{}` where the parameter's value stands.
    record Question(URI service, String template) {
        URI with(String encoded) {
            return service.resolve(template.replace("{}", encoded));
        }
    }

    /// Of both services.
    static List<Question> questions(Target target, Post post) {
        return Stream.of(read(target.door(), "upload-service", post), read(target.desk(), "status-service", post))
                .flatMap(Contract::questions)
                .toList();
    }

    private static Contract read(URI service, String name, Post post) {
        var text = post.read(service.resolve("/openapi/" + name + ".yml"))
                .orElseThrow(() -> new BenchFailure("no document of " + name))
                .body();
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new Contract(service, JsonMapper.shared().valueToTree(read));
    }

    private Stream<Question> questions() {
        return document.path("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .flatMap(path -> parameters(path.getValue()).map(parameter -> question(path.getKey(), parameter)));
    }

    private Stream<JsonNode> parameters(JsonNode path) {
        return Stream.concat(
                        path.path("parameters").valueStream(),
                        path.path("get").path("parameters").valueStream())
                .map(this::resolved)
                .filter(parameter ->
                        List.of("query", "path").contains(parameter.path("in").asString()));
    }

    private Question question(String path, JsonNode parameter) {
        var name = parameter.path("name").asString();
        var place = parameter.path("in").asString().equals("path")
                ? path.replace("{" + name + "}", "{}")
                : path + "?" + name + "={}";
        return new Question(service, place.replaceAll("\\{\\w+}", ANY_ID));
    }

    /// Follows `$ref: '#/components/parameters/…'`.
    private JsonNode resolved(JsonNode parameter) {
        return parameter.has("$ref")
                ? document.at(parameter.path("$ref").asString().substring(1))
                : parameter;
    }
}
