package dev.rollcall.standalone.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rollcall.events.RegistrationError;
import dev.rollcall.status.state.AuditAction;
import dev.rollcall.status.state.DeviceState;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// Every field of the records that are answered is promised, and the other way round: there always, null, or absent.
class SchemasTest {
    private static final String UPLOAD = "dev.rollcall.upload.";
    private static final String STATUS = "dev.rollcall.status.";

    /// What bodies are read by hand, and problems, which are made of single fields. Real calls hold those.
    private static final Set<String> NO_RECORD =
            Set.of("Devices", "DeviceRow", "Activity", "Sighting", "DeviceIds", "Confirmation", "Limit", "Problem");

    @ParameterizedTest
    @EnumSource
    void haveTheFieldsOfTheRecords(Service service) {
        var records = records(service);
        var schemas = service.contract().document().at("/components/schemas");

        records.forEach((name, record) ->
                assertThat(fields(schemas.path(name))).as(name).isEqualTo(fields(Service.type(record))));
    }

    @ParameterizedTest
    @EnumSource
    void areThoseOfRecords(Service service) {
        var described = service.contract()
                .document()
                .at("/components/schemas")
                .propertyStream()
                .filter(schema -> schema.getValue().path("type").asString("").equals("object"))
                .map(Map.Entry::getKey)
                .filter(name -> !NO_RECORD.contains(name));

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(records(service).keySet());
    }

    @Test
    void listTheStatesErrorsAndActionsThatThereAre() {
        var schemas = Service.STATUS.contract().document().at("/components/schemas");

        assertThat(values(schemas.path("State")))
                .containsExactlyElementsOf(Stream.of(DeviceState.values())
                        .map(DeviceState::apiName)
                        .toList());
        assertThat(values(schemas.path("ErrorType")))
                .containsExactlyElementsOf(Stream.of(RegistrationError.values())
                        .map(RegistrationError::wireName)
                        .toList());
        assertThat(values(schemas.path("AuditAction")))
                .containsExactlyElementsOf(Stream.of(AuditAction.values())
                        .map(AuditAction::apiName)
                        .toList());
    }

    private static Stream<String> values(JsonNode schema) {
        return schema.path("enum").valueStream().map(JsonNode::asString);
    }

    private static Map<String, String> records(Service service) {
        return switch (service) {
            case UPLOAD ->
                Map.ofEntries(
                        Map.entry("BatchAnswer", UPLOAD + "batch.BatchAnswer"),
                        Map.entry("BatchLinks", UPLOAD + "batch.BatchAnswer$Links"),
                        Map.entry("CatalogAnswer", UPLOAD + "catalog.CatalogAnswer"),
                        Map.entry("CatalogLinks", UPLOAD + "catalog.CatalogAnswer$Links"),
                        Map.entry("ActivityAnswer", UPLOAD + "activity.ActivityController$ActivityAnswer"),
                        Map.entry("DeviceAnswer", UPLOAD + "devices.DeviceAnswer$One"),
                        Map.entry("DevicesAnswer", UPLOAD + "devices.DeviceAnswer$Many"),
                        Map.entry("AcceptedDevice", UPLOAD + "devices.AcceptedDevice"),
                        Map.entry("RefusedDevice", UPLOAD + "devices.DeviceAnswer$Refused"),
                        Map.entry("Ask", UPLOAD + "relationships.RelationshipController$Ask"),
                        Map.entry("Relationship", UPLOAD + "relationships.RelationshipView"),
                        Map.entry("Relationships", UPLOAD + "relationships.RelationshipList$Page"),
                        Map.entry("FileProblem", UPLOAD + "reading.Problem"));
            case STATUS -> {
                var records = new HashMap<>(Map.ofEntries(
                        Map.entry("Failure", STATUS + "state.Failure"),
                        Map.entry("Device", STATUS + "devices.DeviceItem"),
                        Map.entry("DevicePage", STATUS + "devices.DevicePage"),
                        Map.entry("DeviceDetails", STATUS + "devices.DeviceDossier$Dossier"),
                        Map.entry("HistoryEntry", STATUS + "devices.DeviceHistory$Entry"),
                        Map.entry("DeliveryEntry", STATUS + "devices.DeliveryChecklist$Entry"),
                        Map.entry("Summary", STATUS + "devices.DeviceSummary$Counts"),
                        Map.entry("Standings", STATUS + "devices.StandingsController$Standings"),
                        Map.entry("Standing", STATUS + "devices.DeviceStandings$Standing"),
                        Map.entry("Batch", STATUS + "batches.BatchView"),
                        Map.entry("Result", STATUS + "batches.ResultView"),
                        Map.entry("Request", STATUS + "requests.RequestView"),
                        Map.entry("AuditItem", STATUS + "audit.AuditItem"),
                        Map.entry("CatalogBatch", STATUS + "catalog.CatalogBatchView"),
                        Map.entry("Conflict", STATUS + "catalog.ConflictView")));
                Stream.of("Batch", "Result", "Audit", "CatalogBatch", "Conflict")
                        .forEach(item -> records.put(item + "Page", STATUS + "paging.Page"));
                yield records;
            }
        };
    }

    private static Map<String, String> fields(JsonNode schema) {
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        var fields = new TreeMap<String, String>();
        schema.path("properties").properties().forEach(field -> {
            var isNull = field.getValue()
                    .path("type")
                    .valueStream()
                    .anyMatch(type -> type.asString().equals("null"));
            fields.put(field.getKey(), !required.contains(field.getKey()) ? "absent" : isNull ? "null" : "there");
        });
        return fields;
    }

    private static Map<String, String> fields(Class<?> record) {
        var fields = new TreeMap<String, String>();
        Arrays.stream(record.getRecordComponents()).forEach(component -> {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                fields.putAll(fields(component.getType()));
            } else {
                fields.put(component.getName(), presence(record, component));
            }
        });
        return fields;
    }

    /// Who asks names a customer: the record takes a null only to say what is wrong.
    private static String presence(Class<?> record, RecordComponent component) {
        if (record.getSimpleName().equals("Ask")) {
            return "there";
        }
        var isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
            return "absent";
        }
        return !isNullable ? "there" : record.isAnnotationPresent(JsonInclude.class) ? "absent" : "null";
    }
}
