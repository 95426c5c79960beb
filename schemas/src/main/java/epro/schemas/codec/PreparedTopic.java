package epro.schemas.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** A topic whose schema's id is known, so that nothing needs to be asked any more. Safe for use by many threads. */
final class PreparedTopic {

    private static final int TYPICAL_LENGTH = 1024;

    private final String topic;
    private final Schema schema;
    private final int schemaId;
    private final DatumWriter<SpecificRecord> writer;

    PreparedTopic(String topic, Schema schema, int schemaId) {
        this.topic = topic;
        this.schema = schema;
        this.schemaId = schemaId;
        this.writer = new SpecificDatumWriter<>(schema, SpecificData.getForSchema(schema));
    }

    byte[] encode(SpecificRecord event) {
        if (!event.getSchema().equals(schema)) {
            throw new IllegalArgumentException(topic + " is prepared for " + schema.getFullName() + ", not "
                    + event.getSchema().getFullName());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(TYPICAL_LENGTH);
        out.writeBytes(WireFormat.header(schemaId));
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            writer.write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't fail to be written", e);
        }
        return out.toByteArray();
    }
}
