package epro.schemas.codec;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.schemas.event.Reason;
import epro.schemas.event.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SchemaEvolutionTest {

    private static final String FROM_THE_FUTURE = """
            {"type":"record","name":"Reason","namespace":"epro.schemas.event","fields":[
              {"name":"added","type":"string","default":""},
              {"name":"path","type":"string","default":""},
              {"name":"code","type":"string"},
              {"name":"severity","default":"UNKNOWN","type":{"type":"enum","name":"Severity","default":"UNKNOWN",
                "symbols":["UNKNOWN","ERROR","WARNING","FATAL"]}}]}
            """;
    private static final String OF_ANOTHER_NAME = FROM_THE_FUTURE.replace("\"Reason\"", "\"Cause\"");

    @AutoClose
    private final FakeRegistry registry = new FakeRegistry();

    @AutoClose
    private final RecordCodec codec = RecordCodec.open(
            Map.of("epro.registry.url", registry.url(), "value.serializer", VendorSerializer.class.getName()));

    @Test
    void aNewerWritersFieldsAreSkippedAndItsSymbolsUnknown() throws IOException {
        assertThat(decoded(FROM_THE_FUTURE))
                .isEqualTo(new Decoded.Read<>(
                        Reason.newBuilder()
                                .setCode("required")
                                .setSeverity(Severity.UNKNOWN)
                                .build(),
                        9));
    }

    @Test
    void aRecordOfAnotherNameIsNotReadHoweverAlikeItIs() throws IOException {
        assertThat(decoded(OF_ANOTHER_NAME)).isEqualTo(new Decoded.Unreadable<>("other-schema"));
    }

    private Decoded<Reason> decoded(String writer) throws IOException {
        registry.register(9, writer);
        byte[] bytes = written(new Schema.Parser().parse(writer));
        return await().atMost(10, SECONDS)
                .until(
                        () -> codec.decode(bytes, Reason.class),
                        answer -> !(answer instanceof Decoded.SchemaPending<Reason>));
    }

    private static byte[] written(Schema schema) throws IOException {
        GenericRecord reason = SampleRecord.of(schema);
        reason.put("code", "required");
        reason.put(
                "severity",
                new GenericData.EnumSymbol(schema.getField("severity").schema(), "FATAL"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(WireFormat.header(9));
        Encoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(schema).write(reason, encoder);
        return out.toByteArray();
    }
}
