package epro.testing;

import epro.schemas.codec.RecordCodec;
import epro.schemas.codec.RegistryUnavailable;
import epro.stack.LocalStack;
import java.util.Map;
import org.apache.avro.Schema;

/** Codecs of tests that write to a topic themselves. */
public final class Codecs {

    private static final int ATTEMPTS = 5;

    private Codecs() {}

    /**
     * One that may write to this topic. As a service does, it asks again where the registry is slow, as after its start.
     *
     * @throws RegistryUnavailable if the registry never had an answer
     */
    public static RecordCodec prepared(LocalStack stack, String topic, Schema schema) {
        RecordCodec codec =
                RecordCodec.open(Map.of("epro.registry.url", stack.registry().toString()));
        for (int attempt = 1; true; attempt++) {
            try {
                codec.prepare(topic, schema);
                return codec;
            } catch (RegistryUnavailable slow) {
                if (attempt == ATTEMPTS) {
                    codec.close();
                    throw slow;
                }
            }
        }
    }
}
