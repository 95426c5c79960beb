package epro.schemas.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Has the vendor's serializer write one sample, by which it registers the schema, and reads the id off the bytes. What the
 * serializer takes is its own affair, hence the reflection; how long it waits for a registry that hangs is not, so each attempt
 * has a serializer and a thread of its own, which are given up together.
 */
final class SchemaRegistration {

    private final RegistrySettings settings;
    private final Duration patience;
    private final Constructor<?> constructor;
    private final Method serialize;

    SchemaRegistration(RegistrySettings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
        try {
            constructor = Class.forName(settings.serializer())
                    .asSubclass(Serializer.class)
                    .getDeclaredConstructor();
            serialize = Serializer.class.getMethod("serialize", String.class, Object.class);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    RegistrySettings.SERIALIZER + " is not a serializer: " + settings.serializer(), e);
        }
    }

    int register(String topic, Schema schema) {
        FutureTask<Integer> attempt = new FutureTask<>(() -> attempt(topic, schema));
        Thread.ofVirtual().name("schema-registration").start(attempt);
        try {
            return attempt.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable(topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(topic, e);
        } finally {
            attempt.cancel(true);
        }
    }

    private int attempt(String topic, Schema schema) throws ReflectiveOperationException {
        try (Serializer<?> serializer = (Serializer<?>) constructor.newInstance()) {
            serializer.configure(settings.vendorProperties(), false);
            return WireFormat.schemaId((byte[]) serialize.invoke(serializer, topic, SampleRecord.of(schema)));
        }
    }

    private static RegistryUnavailable unavailable(String topic, Exception cause) {
        return new RegistryUnavailable("the schema of " + topic + " could not be registered", cause);
    }
}
