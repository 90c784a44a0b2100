package dev.rollcall.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import dev.rollcall.fixtures.OpenApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `docs/asyncapi.yml` says what is on the topics: neither more nor less than [Topics] and [EventType] have, and every
/// event that was ever approved is as it says. Who writes a topic and who reads it stands in the code of the services.
class AsyncApiTest {
    private static final Path APPROVED = Path.of("src/test/resources/approved");
    private static final List<String> SERVICES = List.of("upload-service", "registration-service", "status-service");
    private static final Pattern WRITTEN =
            Pattern.compile("(?:events\\.\\w+|new ProducerRecord<>)\\(\\s*topics\\.(\\w+)\\(\\)");
    private static final Pattern READ = Pattern.compile("#\\{@\\w+Topics\\.(\\w+)\\(\\)}");
    private static final String DEAD_LETTERS = "{topic}.dlt";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private static final JsonNode CONTRACT = contract();

    static Stream<Path> approved() throws IOException {
        try (var files = Files.walk(APPROVED)) {
            return files.filter(file -> file.toString().endsWith(".approved.json")).toList().stream();
        }
    }

    /// They are named like the methods of [Topics].
    static Stream<String> namesOfChannels() {
        return CONTRACT.path("channels").propertyNames().stream().filter(name -> !name.equals("deadLetters"));
    }

    @Test
    void hasEveryTopicAndNoOther() {
        var addresses = channels().map(channel -> channel.path("address").asString());

        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(
                        topics().map(NewTopic::name).toList());
    }

    @Test
    void tellsHowEachTopicIsKept() {
        var kept = topics().collect(Collectors.toMap(NewTopic::name, AsyncApiTest::kept));
        var promised = channels()
                .collect(Collectors.toMap(channel -> channel.path("address").asString(), AsyncApiTest::promised));

        assertThat(promised).isEqualTo(kept);
    }

    @Test
    void hasASenderAndAReceiverOfEveryTopic() {
        var operations = CONTRACT.path("operations")
                .valueStream()
                .map(operation -> operation.path("action").asString() + " "
                        + resolve(operation.path("channel")).path("address").asString());

        assertThat(operations)
                .containsExactlyInAnyOrderElementsOf(
                        topics().flatMap(topic -> Stream.of("send " + topic.name(), "receive " + topic.name()))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("namesOfChannels")
    void tellsWhoWritesAndWhoReads(String channel) {
        var promised = CONTRACT.at("/channels/" + channel);

        assertThat(services(WRITTEN, channel))
                .containsExactly(promised.path("x-owner").asString());
        assertThat(promised.path("x-readers").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(services(READ, channel));
    }

    @Test
    void hasEveryEventAndNoOther() {
        var names = Arrays.stream(EventType.values()).map(AsyncApiTest::name).toList();

        assertThat(CONTRACT.at("/components/messages").propertyNames()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(channels()
                        .flatMap(channel -> channel.path("messages").propertyNames().stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @EnumSource
    void hasTheFieldsOfEveryRecord(EventType type) {
        var schema = CONTRACT.at("/components/schemas/" + name(type));
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        var promised = new TreeMap<String, Boolean>();
        schema.path("properties").propertyNames().forEach(field -> promised.put(field, required.contains(field)));

        assertThat(promised).isEqualTo(fields(type.recordClass()));
    }

    @ParameterizedTest
    @MethodSource("approved")
    void hasEveryApprovedEvent(Path file) throws IOException {
        var event = JsonMapper.shared().readTree(Files.readString(file));

        assertThat(violations(event)).isEmpty();
    }

    @Test
    void givesExamplesThatAreRight() {
        assertThat(CONTRACT.at("/components/messages").valueStream()).allSatisfy(message -> {
            var example = (ObjectNode) message.path("examples").path(0).deepCopy();
            example.set("key", example.at("/headers/ce_subject"));
            example.set("value", example.path("payload"));

            assertThat(violations(example)).isEmpty();
        });
    }

    @Test
    void seesAFieldThatNobodyPromised() throws IOException {
        var event = JsonMapper.shared()
                .readTree(Files.readString(approved().findFirst().orElseThrow()));
        ((ObjectNode) event.path("value")).put("colour", "red");

        assertThat(violations(event)).isNotEmpty();
    }

    /// Those whose code has the topic in such a place.
    private static List<String> services(Pattern place, String topic) {
        return SERVICES.stream()
                .filter(service -> place.matcher(code(service))
                        .results()
                        .anyMatch(use -> use.group(1).equals(topic)))
                .toList();
    }

    private static String code(String service) {
        try (var files = Files.walk(Path.of("..", service, "src/main/java"))) {
            var code = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                code.append(Files.readString(file));
            }
            return code.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> violations(JsonNode event) {
        var type = event.at("/headers/ce_type").asString();
        var message = CONTRACT.at("/components/messages/" + type.substring(type.lastIndexOf('.') + 1));
        return Stream.of(
                        violations(message.path("headers"), event.path("headers")),
                        violations(message.at("/bindings/kafka/key"), event.path("key")),
                        violations(message.path("payload"), event.path("value")))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> violations(JsonNode schema, JsonNode value) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", strict(CONTRACT.path("components").deepCopy()));
        return SCHEMAS.getSchema(whole).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode strict(JsonNode components) {
        components.path("schemas").forEach(schema -> ((ObjectNode) schema).put("unevaluatedProperties", false));
        return components;
    }

    private static Map<String, Boolean> fields(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, AsyncApiTest::isRequired));
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String name(EventType type) {
        return type.wireName().substring(type.wireName().lastIndexOf('.') + 1);
    }

    private static Stream<NewTopic> topics() {
        return new Topics("").all(1, 1).stream().filter(topic -> !topic.name().endsWith(".dlt"));
    }

    private static Stream<JsonNode> channels() {
        return CONTRACT.path("channels")
                .valueStream()
                .filter(channel -> !channel.path("address").asString().equals(DEAD_LETTERS));
    }

    private static String kept(NewTopic topic) {
        var settings = Objects.requireNonNull(topic.configs());
        return settings.get(TopicConfig.CLEANUP_POLICY_CONFIG) + " "
                + settings.getOrDefault(TopicConfig.RETENTION_MS_CONFIG, "");
    }

    private static String promised(JsonNode channel) {
        var settings = channel.at("/bindings/kafka/topicConfiguration");
        return settings.path("cleanup.policy").path(0).asString() + " "
                + settings.path("retention.ms").asString("");
    }

    private static JsonNode resolve(JsonNode reference) {
        return CONTRACT.at(reference.path("$ref").asString().substring(1));
    }

    private static JsonNode contract() {
        try (var file = Files.newInputStream(Path.of("../docs/asyncapi.yml"))) {
            return OpenApi.yaml(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
