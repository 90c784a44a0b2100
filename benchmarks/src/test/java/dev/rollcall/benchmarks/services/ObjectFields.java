package dev.rollcall.benchmarks.services;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a Kubernetes API server that is strict about fields would refuse in an object: a kind or version that it does
/// not know, a field that the kind does not have, a value of another type. By the published models of Kubernetes, of
/// Strimzi and of the Prometheus operator; KEDA has none for Java, so its [ScaledObject] is our own reading of it.
/// Left to the server: which fields must be there, and which words a text may be where the models say no more than
/// text.
final class ObjectFields {
    private static final KubernetesSerialization KINDS = new KubernetesSerialization();

    static {
        KINDS.registerKubernetesResource(KafkaTopic.class);
        KINDS.registerKubernetesResource(KafkaUser.class);
    }

    private static final JsonMapper STRICT = strict();

    private ObjectFields() {}

    /// The first thing wrong: the object's kind and name, the path, the reason.
    static Optional<String> fault(JsonNode object) {
        var who = object.path("kind").asString() + " "
                + object.at("/metadata/name").asString();
        var type = type(object);
        if (type == null) {
            return Optional.of(who + ": apiVersion " + object.path("apiVersion").asString() + " has no such kind");
        }
        try {
            var understood = STRICT.valueToTree(STRICT.readValue(object.toString(), type));
            return lost("", object, understood).map(path -> who + ": " + path + ": No such value");
        } catch (JsonMappingException e) {
            return Optional.of(who + ": " + path(e) + ": " + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new AssertionError(who, e);
        }
    }

    private static @Nullable Class<?> type(JsonNode object) {
        var version = object.path("apiVersion").asString();
        var kind = object.path("kind").asString();
        return version.equals("keda.sh/v1alpha1") && kind.equals("ScaledObject")
                ? ScaledObject.class
                : KINDS.getRegisteredKubernetesResource(version, kind);
    }

    /// A model that does not know a word may read it as nothing at all.
    private static Optional<String> lost(
            String path, JsonNode given, com.fasterxml.jackson.databind.JsonNode understood) {
        if (given.isObject()) {
            return given.properties().stream()
                    .flatMap(field ->
                            lost(path + "." + field.getKey(), field.getValue(), understood.path(field.getKey()))
                                    .stream())
                    .findFirst();
        }
        if (given.isArray()) {
            return IntStream.range(0, given.size())
                    .boxed()
                    .flatMap(
                            index -> lost(path + "[" + index + "]", given.path(index), understood.path(index)).stream())
                    .findFirst();
        }
        return understood.isMissingNode() || understood.isNull() ? Optional.of(path.substring(1)) : Optional.empty();
    }

    private static String path(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .substring(1);
    }

    /// The models keep what they do not know for later, and write no defaults; here nothing is taken in or left out.
    private static JsonMapper strict() {
        return JsonMapper.builder()
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    @Override
                    public Boolean hasAnySetter(Annotated member) {
                        return false;
                    }

                    @Override
                    public JsonInclude.Value findPropertyInclusion(Annotated member) {
                        return JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS);
                    }
                })
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }
}
