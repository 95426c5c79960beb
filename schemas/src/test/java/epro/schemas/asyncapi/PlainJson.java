package epro.schemas.asyncapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads plain JSON, in which nobody names the branch of a union, as a value of a schema; refuses what does not fit it. */
final class PlainJson {

    private PlainJson() {}

    static @Nullable Object read(Schema schema, JsonNode json) {
        return switch (schema.getType()) {
            case RECORD -> record(schema, json);
            case ARRAY -> array(schema, json);
            case MAP -> map(schema, json);
            case UNION -> json.isNull() ? null : read(schema.getTypes().getLast(), json);
            case ENUM -> new GenericData.EnumSymbol(schema, symbol(schema, json));
            case STRING -> demand(json.isString(), schema, json).asString();
            case INT -> demand(json.isInt(), schema, json).asInt();
            case LONG -> demand(json.isIntegralNumber(), schema, json).asLong();
            case DOUBLE -> demand(json.isNumber(), schema, json).asDouble();
            case BOOLEAN -> demand(json.isBoolean(), schema, json).asBoolean();
            case BYTES, FIXED, FLOAT, NULL -> throw new AssertionError("no schema of ours has a " + schema.getType());
        };
    }

    private static Object record(Schema schema, JsonNode json) {
        json.propertyNames().forEach(name -> {
            if (schema.getField(name) == null) {
                throw new AssertionError(schema.getName() + " has no field " + name);
            }
        });
        GenericRecordBuilder record = new GenericRecordBuilder(schema);
        for (Schema.Field field : schema.getFields()) {
            if (json.has(field.name())) {
                record.set(field, read(field.schema(), json.get(field.name())));
            }
        }
        return record.build();
    }

    private static Object array(Schema schema, JsonNode json) {
        List<@Nullable Object> elements = new ArrayList<>();
        demand(json.isArray(), schema, json).forEach(element -> elements.add(read(schema.getElementType(), element)));
        return elements;
    }

    private static Object map(Schema schema, JsonNode json) {
        Map<String, @Nullable Object> values = new HashMap<>();
        json.properties().forEach(entry -> values.put(entry.getKey(), read(schema.getValueType(), entry.getValue())));
        return values;
    }

    private static String symbol(Schema schema, JsonNode json) {
        return demand(schema.hasEnumSymbol(json.asString()), schema, json).asString();
    }

    private static JsonNode demand(boolean fits, Schema schema, JsonNode json) {
        if (!fits) {
            throw new AssertionError(json + " is no " + schema.getFullName());
        }
        return json;
    }
}
