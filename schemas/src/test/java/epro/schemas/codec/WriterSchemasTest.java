package epro.schemas.codec;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.schemas.event.SubmissionReceived;
import epro.schemas.event.Term;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class WriterSchemasTest {

    private static final Schema SCHEMA = SubmissionReceived.getClassSchema();

    private final AtomicLong nanos = new AtomicLong();

    @AutoClose
    private final FakeRegistry registry = new FakeRegistry();

    @AutoClose
    private final WriterSchemas schemas = new WriterSchemas(
            new RegistryClient(RegistrySettings.of(Map.of("epro.registry.url", registry.url()))), nanos::get);

    @Test
    void anUnknownIdIsFetchedBehindTheBackOfWhoAsks() {
        int id = registry.register(SCHEMA);

        assertThat(schemas.find(id)).isEqualTo(new SchemaLookup.Pending());
        awaitFinding(id, new SchemaLookup.Known(SCHEMA));
    }

    @Test
    void whatWasFetchedOnceIsKeptForGood() {
        int id = registry.register(SCHEMA);
        awaitFinding(id, new SchemaLookup.Known(SCHEMA));
        registry.becomes(FakeRegistry.Mood.FAILING);
        nanos.addAndGet(Duration.ofDays(365).toNanos());

        assertThat(schemas.find(id)).isEqualTo(new SchemaLookup.Known(SCHEMA));
        assertThat(registry.asked()).hasSize(1);
    }

    @Test
    void anIdThatTheRegistryDeniesIsUnknownForAWhile() {
        awaitFinding(5, new SchemaLookup.Unknown());
        registry.register(5, SCHEMA.toString());

        assertThat(schemas.find(5)).isEqualTo(new SchemaLookup.Unknown());
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        awaitFinding(5, new SchemaLookup.Known(SCHEMA));
    }

    @Test
    void aRegistryThatFailsCondemnsNothing() {
        int id = registry.register(SCHEMA);
        registry.becomes(FakeRegistry.Mood.FAILING);
        awaitAsked(id, 3);
        registry.becomes(FakeRegistry.Mood.WELL);

        awaitFinding(id, new SchemaLookup.Known(SCHEMA));
    }

    @Test
    void a404OfSomethingElseThanTheRegistryCondemnsNothing() {
        int id = registry.register(SCHEMA);
        registry.becomes(FakeRegistry.Mood.BEHIND_A_LOST_PROXY);
        awaitAsked(id, 3);
        registry.becomes(FakeRegistry.Mood.WELL);

        awaitFinding(id, new SchemaLookup.Known(SCHEMA));
    }

    @Test
    void aRegistryThatHangsHoldsNobodyUpAndIsAskedOnce() {
        int id = registry.register(SCHEMA);
        registry.becomes(FakeRegistry.Mood.HANGING);
        schemas.find(id);
        await().atMost(10, SECONDS).until(() -> !registry.asked().isEmpty());

        long started = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            assertThat(schemas.find(id)).isEqualTo(new SchemaLookup.Pending());
        }

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
        assertThat(registry.asked()).hasSize(1);
    }

    @Test
    void whatIsNoAvroSchemaIsForeign() {
        registry.register(8, "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\"}");

        awaitFinding(8, new SchemaLookup.Foreign());
    }

    @Test
    void aNegativeIdIsNotEvenAskedFor() {
        assertThat(schemas.find(-1)).isEqualTo(new SchemaLookup.Unknown());
        assertThat(registry.asked()).isEmpty();
    }

    @Test
    void whatWasRegisteredHereNeedsNoFetching() {
        schemas.learn(3, Term.getClassSchema());

        assertThat(schemas.find(3)).isEqualTo(new SchemaLookup.Known(Term.getClassSchema()));
        assertThat(registry.asked()).isEmpty();
    }

    private void awaitFinding(int id, SchemaLookup answer) {
        await().atMost(10, SECONDS).until(() -> schemas.find(id), answer::equals);
    }

    private void awaitAsked(int id, int times) {
        await().atMost(10, SECONDS).until(() -> {
            assertThat(schemas.find(id)).isEqualTo(new SchemaLookup.Pending());
            return registry.asked().size() >= times;
        });
    }
}
