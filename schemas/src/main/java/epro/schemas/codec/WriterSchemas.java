package epro.schemas.codec;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schemas that records were written with, by id.
 *
 * <ul>
 *   <li>{@link #find} never waits: what is not here yet is fetched on a thread of its own.
 *   <li>An id once known is known for the life of the process, whatever becomes of the registry.
 *   <li>An id the registry denies is asked for again after a while: it may have been registered since.
 *   <li>One id is fetched at most once at a time.
 * </ul>
 */
final class WriterSchemas implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriterSchemas.class);
    private static final long DENIED_NANOS = Duration.ofSeconds(10).toNanos();

    private final RegistryClient registry;
    private final LongSupplier nanoTime;
    private final ExecutorService fetcher = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("schema-fetch").factory());
    private final Map<Integer, SchemaLookup> settled = new ConcurrentHashMap<>();
    private final Map<Integer, Long> deniedAt = new ConcurrentHashMap<>();
    private final Set<Integer> fetching = ConcurrentHashMap.newKeySet();

    WriterSchemas(RegistryClient registry, LongSupplier nanoTime) {
        this.registry = registry;
        this.nanoTime = nanoTime;
    }

    void learn(int id, Schema schema) {
        settled.put(id, new SchemaLookup.Known(schema));
    }

    SchemaLookup find(int id) {
        SchemaLookup answer = settled.get(id);
        if (answer != null) {
            return answer;
        }
        Long denied = deniedAt.get(id);
        if (id < 0 || (denied != null && nanoTime.getAsLong() - denied < DENIED_NANOS)) {
            return new SchemaLookup.Unknown();
        }
        if (fetching.add(id)) {
            fetcher.execute(() -> fetch(id));
        }
        return new SchemaLookup.Pending();
    }

    private void fetch(int id) {
        try {
            keep(id, registry.fetch(id));
        } catch (IOException e) {
            LOG.warn("schema {} could not be fetched, its records wait until it can: {}", id, e.toString());
        } finally {
            fetching.remove(id);
        }
    }

    private void keep(int id, SchemaLookup answer) {
        long now = nanoTime.getAsLong();
        deniedAt.values().removeIf(at -> now - at >= DENIED_NANOS);
        switch (answer) {
            case SchemaLookup.Known known -> settled.put(id, known);
            case SchemaLookup.Foreign foreign -> settled.put(id, foreign);
            case SchemaLookup.Unknown() -> deniedAt.put(id, now);
            case SchemaLookup.Pending() -> {}
        }
    }

    @Override
    public void close() {
        fetcher.shutdownNow();
        registry.close();
    }
}
