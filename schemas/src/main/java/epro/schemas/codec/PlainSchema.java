package epro.schemas.codec;

import org.apache.avro.Schema;

/** A schema without the property that only Java code reads: the registry serves other languages too. */
final class PlainSchema {

    private static final String STRING_CLASS = ",\"avro.java.string\":\"String\"";

    private PlainSchema() {}

    static Schema of(Schema schema) {
        return new Schema.Parser().parse(schema.toString().replace(STRING_CLASS, ""));
    }
}
