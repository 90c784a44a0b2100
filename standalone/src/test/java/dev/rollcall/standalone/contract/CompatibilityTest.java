package dev.rollcall.standalone.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.fixtures.Compatibility;
import dev.rollcall.fixtures.OpenApi;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The comparison sees what would break those who rely on a contract, and lets pass what would not.
class CompatibilityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /paths                                                    | -/v1/audit       | is gone
            /paths/~1v1~1audit/get/parameters                         | -0               | is gone
            /paths/~1v1~1audit/get/parameters/0                       | required=true    | is required now
            /paths/~1v1~1audit/get/responses/200/content              | -application/json | is no application/json any more
            /paths/~1v1~1audit/get/security                           | -0               | is not allowed by
            /paths/~1v1~1devices:standing/post/requestBody/content    | -application/json | takes no application/json
            /components/schemas/DeviceIds/properties/deviceIds/items  | type="integer"   | is [integer] and was [string]
            /components/schemas/Device/properties                     | -serialNumber    | is gone
            /components/schemas/Device/properties/model               | type="integer"   | is [integer] and was
            /components/schemas/Device/required                       | -0               | may be absent
            /components/schemas/State/enum                            | +"Lost"          | can be [Lost]
            /components/schemas/AuditAction/enum                      | -0               | can't be [BatchAccepted]
            """)
    void whatIsTakenAwayBreaks(String place, String change, String expected) {
        assertThat(breaks(place, change))
                .anySatisfy(broken -> assertThat(broken).contains(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /components/schemas/Device/properties                     | colour={"type":"string"}
            /paths/~1v1~1audit/get/parameters                         | +{"name":"by","in":"query","schema":{"type":"string"}}
            /paths/~1v1~1audit/get/responses                          | 418={"description":"a teapot"}
            /paths                                                    | /v1/teapots={"get":{}}
            """)
    void whatIsAddedBreaksNothing(String place, String change) {
        assertThat(breaks(place, change)).isEmpty();
    }

    private static List<String> breaks(String place, String change) {
        var before = Service.STATUS.contract();
        var after = new OpenApi(before.document().deepCopy());
        apply(after.document().at(place), change);
        return Compatibility.breaks(before, after);
    }

    /// `-member` removes, `+value` adds to an array, `member=value` sets.
    private static void apply(JsonNode node, String change) {
        var rest = change.substring(1);
        switch (node) {
            case ArrayNode array when change.startsWith("-") -> array.remove(Integer.parseInt(rest));
            case ArrayNode array -> array.add(JsonMapper.shared().readTree(rest));
            case ObjectNode object when change.startsWith("-") -> object.remove(rest);
            case ObjectNode object -> {
                var parts = change.split("=", 2);
                object.set(parts[0], JsonMapper.shared().readTree(parts[1]));
            }
            default -> throw new AssertionError(node);
        }
    }
}
