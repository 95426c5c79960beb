package epro.schemas.codec;

import org.apache.avro.Schema;

/** What is known of a schema id at this moment. */
sealed interface SchemaLookup {

    record Known(Schema schema) implements SchemaLookup {}

    /** The registry says that there is no such id. */
    record Unknown() implements SchemaLookup {}

    /** The id is that of something else than an Avro schema that stands alone. */
    record Foreign() implements SchemaLookup {}

    record Pending() implements SchemaLookup {}
}
