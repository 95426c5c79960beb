package epro.schemas.gate;

import static org.assertj.core.api.Assertions.assertThat;

import epro.schemas.gate.Finding.Rule;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityGateTest {

    private static final String RELEASED = """
            {"type":"record","name":"Event","namespace":"x","fields":[
              {"name":"id","type":"string"},
              {"name":"at","type":{"type":"long","logicalType":"timestamp-micros"}},
              {"name":"until","type":["null",{"type":"long","logicalType":"timestamp-micros"}],"default":null},
              {"name":"kind","default":"UNKNOWN",
               "type":{"type":"enum","name":"Kind","default":"UNKNOWN","symbols":["UNKNOWN","A","B"]}},
              {"name":"notes","type":{"type":"array","items":"string"},"default":[]}]}
            """;

    @Test
    void letsThroughWhatWasReleasedAsItIs() {
        assertThat(check(RELEASED)).isEmpty();
    }

    @Test
    void letsThroughAFieldWithADefault() {
        assertThat(check(RELEASED.replace(
                        "{\"name\":\"notes\"",
                        "{\"name\":\"added\",\"type\":[\"null\",\"string\"],\"default\":null},{\"name\":\"notes\"")))
                .isEmpty();
    }

    @Test
    void letsThroughANewSymbolOfAnEnumWithADefault() {
        assertThat(check(RELEASED.replace("\"B\"]", "\"B\",\"C\"]"))).isEmpty();
    }

    @Test
    void refusesANewSymbolWhereTheReleasedEnumHasNoDefault() {
        String withoutDefault = RELEASED.replace("\"default\":\"UNKNOWN\",\"symbols\"", "\"symbols\"");

        assertThat(CompatibilityGate.check(
                        parsed(withoutDefault.replace("\"B\"]", "\"B\",\"C\"]")), List.of(parsed(withoutDefault))))
                .extracting(Finding::rule)
                .contains(Rule.INCOMPATIBLE, Rule.ENUM_WITHOUT_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "type":"string"}                       | "type":"int"}                          | INCOMPATIBLE         | TYPE_MISMATCH /fields/0/type
                    {"name":"id","type":"string"},         | {"name":"id","type":"string"},{"name":"new","type":"string"}, | INCOMPATIBLE | READER_FIELD_MISSING_DEFAULT_VALUE /fields/1
                    {"name":"id","type":"string"},         |                                        | INCOMPATIBLE         | READER_FIELD_MISSING_DEFAULT_VALUE /fields/0
                    "at","type":{"type":"long","logicalType":"timestamp-micros"} | "at","type":{"type":"long","logicalType":"timestamp-millis"} | LOGICAL_TYPE_CHANGED | Event.at
                    "at","type":{"type":"long","logicalType":"timestamp-micros"} | "at","type":"long" | LOGICAL_TYPE_CHANGED | Event.at
                    ["null",{"type":"long","logicalType":"timestamp-micros"}] | ["null","long"]     | LOGICAL_TYPE_CHANGED | Event.until?
                    "A","B"]                               | "A"]                                   | SYMBOL_REMOVED       | Kind
                    "default":"UNKNOWN","symbols"          | "default":"A","symbols"                | ENUM_WITHOUT_UNKNOWN | Kind
                    "items":"string"                       | "items":["string","int"]               | UNION_OF_TYPES       | Event.notes[]
                    ,"default":[]                          |                                        | NO_DEFAULT           | Event.notes
                    """)
    void refuses(String released, String changed, Rule rule, String place) {
        assertThat(RELEASED).contains(released);

        assertThat(check(RELEASED.replace(released, changed == null ? "" : changed)))
                .contains(new Finding(rule, place));
    }

    @Test
    void comparesWithEveryReleaseAndNotTheLastOnly() {
        String first = RELEASED.replace("\"name\":\"notes\"", "\"name\":\"lines\"");
        String second = RELEASED;
        String third = RELEASED.replace(
                        "\"type\":\"array\",\"items\":\"string\"", "\"type\":\"array\",\"items\":\"int\"")
                .replace("\"name\":\"notes\"", "\"name\":\"lines\"");

        assertThat(CompatibilityGate.check(parsed(third), List.of(parsed(second))))
                .isEmpty();
        assertThat(CompatibilityGate.check(parsed(third), List.of(parsed(first), parsed(second))))
                .extracting(Finding::rule)
                .containsOnly(Rule.INCOMPATIBLE);
    }

    private static List<Finding> check(String current) {
        return CompatibilityGate.check(parsed(current), List.of(parsed(RELEASED)));
    }

    private static Schema parsed(String schema) {
        return new Schema.Parser().parse(schema);
    }
}
