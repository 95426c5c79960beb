package epro.schemas.codec;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** The emptiest record that a schema allows. It is never sent. */
final class SampleRecord {

    private SampleRecord() {}

    static GenericRecord of(Schema schema) {
        GenericRecord sample = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            sample.put(field.pos(), value(field.schema()));
        }
        return sample;
    }

    private static @Nullable Object value(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> of(schema);
            case ENUM ->
                new GenericData.EnumSymbol(schema, schema.getEnumSymbols().getFirst());
            case ARRAY -> List.of();
            case MAP -> Map.of();
            case UNION -> value(schema.getTypes().getFirst());
            case FIXED -> new GenericData.Fixed(schema);
            case STRING -> "";
            case BYTES -> ByteBuffer.allocate(0);
            case INT -> 0;
            case LONG -> 0L;
            case FLOAT -> 0f;
            case DOUBLE -> 0d;
            case BOOLEAN -> false;
            case NULL -> null;
        };
    }
}
