package epro.schemas.codec;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Stands for a vendor's serializer: found by its name, configured by properties, and ever ready to fail. */
public final class VendorSerializer implements Serializer<Object> {

    static final String AWAY = "vendor.away";
    static final String HANGING = "vendor.hanging";
    static final String ID = "vendor.id";
    static final List<String> REGISTERED = new CopyOnWriteArrayList<>();

    private final Map<String, Object> config = new HashMap<>();

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        config.putAll(configs);
    }

    @Override
    public byte[] serialize(String topic, @Nullable Object sample) {
        if (Boolean.TRUE.equals(config.get(AWAY))) {
            throw new KafkaException("away");
        }
        if (config.get(HANGING) instanceof CountDownLatch released) {
            awaitStubbornly(released);
        }
        if (!(sample instanceof GenericRecord written)) {
            throw new KafkaException("no record");
        }
        REGISTERED.add(topic + "-value " + written.getSchema());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(WireFormat.header((Integer) config.getOrDefault(ID, 1)));
        return out.toByteArray();
    }

    /** Deaf to interrupts, as a vendor's client may be. */
    private static void awaitStubbornly(CountDownLatch released) {
        while (released.getCount() > 0) {
            Thread.onSpinWait();
        }
    }
}
