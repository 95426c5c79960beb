package epro.schemas.codec;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** Reads what was written with one schema as one type. Safe for use by many threads. */
final class EventReader {

    private final DatumReader<SpecificRecord> reader;
    private final int schemaId;

    private EventReader(DatumReader<SpecificRecord> reader, int schemaId) {
        this.reader = reader;
        this.schemaId = schemaId;
    }

    /** Empty if the type can't be read from what was written with that schema. */
    static Optional<EventReader> of(Schema writer, int schemaId, Class<?> type) {
        Schema schema = SpecificData.get().getSchema(type);
        if (!writer.getFullName().equals(schema.getFullName()) || !readable(writer, schema)) {
            return Optional.empty();
        }
        DatumReader<SpecificRecord> reader =
                new SpecificDatumReader<>(writer, schema, SpecificData.getForSchema(schema));
        warmUp(reader);
        return Optional.of(new EventReader(reader, schemaId));
    }

    <T extends SpecificRecord> Decoded<T> read(byte[] bytes, Class<T> type) {
        BinaryDecoder decoder = DecoderFactory.get()
                .binaryDecoder(bytes, WireFormat.HEADER_LENGTH, bytes.length - WireFormat.HEADER_LENGTH, null);
        try {
            T event = type.cast(reader.read(null, decoder));
            return decoder.isEnd() ? new Decoded.Read<>(event, schemaId) : new Decoded.Unreadable<>("trailing-bytes");
        } catch (EOFException e) {
            return new Decoded.Unreadable<>("truncated");
        } catch (IOException | RuntimeException e) {
            return new Decoded.Unreadable<>("malformed");
        } catch (StackOverflowError e) {
            return new Decoded.Unreadable<>("too-deep");
        }
    }

    private static boolean readable(Schema writer, Schema reader) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    /** Avro builds the inside of a reader at its first use and unsynchronised; here that use is over before others see it. */
    private static void warmUp(DatumReader<?> reader) {
        try {
            reader.read(null, DecoderFactory.get().binaryDecoder(new byte[0], null));
        } catch (IOException expected) {
            assert expected instanceof EOFException;
        }
    }
}
