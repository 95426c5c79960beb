package epro.schemas.codec;

import epro.schemas.TrustedEvents;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into bytes and back.
 *
 * <ul>
 *   <li>The registry is asked by {@link #prepare} only; {@link #encode} and {@link #decode} never wait for it.
 *   <li>Ids are kept for the life of the process: once prepared, or once read, a topic needs no registry any more.
 *   <li>Whatever the bytes are, {@link #decode} returns; it alone tells what is unreadable from what can't be read yet.
 *   <li>Safe for use by many threads.
 * </ul>
 */
public final class RecordCodec implements AutoCloseable {

    private static final Duration REGISTRATION_PATIENCE = Duration.ofSeconds(15);

    private final SchemaRegistration registration;
    private final WriterSchemas writers;
    private final Map<String, PreparedTopic> prepared = new ConcurrentHashMap<>();
    private final Map<ReaderKey, Optional<EventReader>> readers = new ConcurrentHashMap<>();

    private RecordCodec(SchemaRegistration registration, WriterSchemas writers) {
        this.registration = registration;
        this.writers = writers;
    }

    /**
     * Opens a codec without asking the registry anything.
     *
     * @param config {@code epro.registry.url}: the registry's root; {@code value.serializer}: the vendor's Avro serializer,
     *     Apicurio's if absent; whatever else that serializer understands
     */
    public static RecordCodec open(Map<String, Object> config) {
        TrustedEvents.trust();
        RegistrySettings settings = RegistrySettings.of(config);
        return new RecordCodec(
                new SchemaRegistration(settings, REGISTRATION_PATIENCE),
                new WriterSchemas(new RegistryClient(settings), System::nanoTime));
    }

    /**
     * Registers the schema under {@code <topic>-value} and keeps its id. Blocks while the registry is asked, 15 s at most.
     *
     * @throws RegistryUnavailable if the registry is away or refuses the schema
     */
    public void prepare(String topic, Schema schema) {
        Schema registered = PlainSchema.of(schema);
        int id = registration.register(topic, registered);
        writers.learn(id, registered);
        prepared.put(topic, new PreparedTopic(topic, schema, id));
    }

    /**
     * The event in the registry's wire format.
     *
     * @throws IllegalStateException if the topic was not prepared
     */
    public byte[] encode(String topic, SpecificRecord event) {
        PreparedTopic known = prepared.get(topic);
        if (known == null) {
            throw new IllegalStateException(topic + " is not prepared");
        }
        return known.encode(event);
    }

    /** What the bytes say, or why they say nothing. */
    public <T extends SpecificRecord> Decoded<T> decode(byte @Nullable [] bytes, Class<T> type) {
        if (bytes == null || bytes.length == 0) {
            return new Decoded.Unreadable<>("empty");
        }
        if (!WireFormat.hasMagicByte(bytes)) {
            return new Decoded.Unreadable<>("wrong-magic-byte");
        }
        if (bytes.length < WireFormat.HEADER_LENGTH) {
            return new Decoded.Unreadable<>("truncated");
        }
        int id = WireFormat.schemaId(bytes);
        return switch (writers.find(id)) {
            case SchemaLookup.Known(Schema writer) -> read(bytes, type, reader(id, writer, type));
            case SchemaLookup.Unknown() -> new Decoded.Unreadable<>("unknown-schema-id");
            case SchemaLookup.Foreign() -> new Decoded.Unreadable<>("other-schema");
            case SchemaLookup.Pending() -> new Decoded.SchemaPending<>(id);
        };
    }

    private Optional<EventReader> reader(int id, Schema writer, Class<?> type) {
        return readers.computeIfAbsent(new ReaderKey(id, type), key -> EventReader.of(writer, id, type));
    }

    private static <T extends SpecificRecord> Decoded<T> read(
            byte[] bytes, Class<T> type, Optional<EventReader> reader) {
        return reader.map(known -> known.read(bytes, type)).orElseGet(() -> new Decoded.Unreadable<>("other-schema"));
    }

    @Override
    public void close() {
        writers.close();
    }
}
