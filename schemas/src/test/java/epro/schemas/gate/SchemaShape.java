package epro.schemas.gate;

import epro.schemas.gate.Finding.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** A schema laid out flat: each record's fields, and what they are made of, by place. */
final class SchemaShape {

    private static final String UNKNOWN = "UNKNOWN";
    private static final Set<Schema.Type> NEVER_WITHOUT_DEFAULT =
            Set.of(Schema.Type.UNION, Schema.Type.ENUM, Schema.Type.ARRAY, Schema.Type.MAP, Schema.Type.BOOLEAN);

    private final Map<String, String> logicalTypes = new TreeMap<>();
    private final Map<String, List<String>> symbols = new TreeMap<>();
    private final List<Finding> faults = new ArrayList<>();
    private final Set<String> walked = new HashSet<>();

    private SchemaShape() {}

    static SchemaShape of(Schema schema) {
        SchemaShape shape = new SchemaShape();
        shape.walk(schema, schema.getName());
        return shape;
    }

    List<Finding> faults() {
        return faults;
    }

    Stream<Finding> changesSince(SchemaShape earlier) {
        return Stream.concat(
                earlier.logicalTypes.entrySet().stream()
                        .filter(was -> !Objects.equals(
                                was.getValue(), logicalTypes.getOrDefault(was.getKey(), was.getValue())))
                        .map(was -> new Finding(Rule.LOGICAL_TYPE_CHANGED, was.getKey())),
                earlier.symbols.entrySet().stream()
                        .filter(was -> !symbols.getOrDefault(was.getKey(), was.getValue())
                                .containsAll(was.getValue()))
                        .map(was -> new Finding(Rule.SYMBOL_REMOVED, was.getKey())));
    }

    private void walk(Schema schema, String place) {
        logicalTypes.put(place, Objects.toString(schema.getProp("logicalType"), ""));
        switch (schema.getType()) {
            case RECORD -> walkRecord(schema);
            case ENUM -> walkEnum(schema);
            case ARRAY -> walk(schema.getElementType(), place + "[]");
            case MAP -> walk(schema.getValueType(), place + "{}");
            case UNION -> walkUnion(schema, place);
            case FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
    }

    private void walkRecord(Schema schema) {
        if (walked.add(schema.getFullName())) {
            for (Schema.Field field : schema.getFields()) {
                String place = schema.getName() + "." + field.name();
                if (!field.hasDefaultValue()
                        && NEVER_WITHOUT_DEFAULT.contains(field.schema().getType())) {
                    faults.add(new Finding(Rule.NO_DEFAULT, place));
                }
                walk(field.schema(), place);
            }
        }
    }

    private void walkEnum(Schema schema) {
        symbols.put(schema.getName(), schema.getEnumSymbols());
        if (!UNKNOWN.equals(schema.getEnumDefault())) {
            faults.add(new Finding(Rule.ENUM_WITHOUT_UNKNOWN, schema.getName()));
        }
    }

    private void walkUnion(Schema schema, String place) {
        if (schema.getTypes().size() != 2 || !schema.isNullable()) {
            faults.add(new Finding(Rule.UNION_OF_TYPES, place));
        }
        schema.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .forEach(type -> walk(type, place + "?"));
    }
}
