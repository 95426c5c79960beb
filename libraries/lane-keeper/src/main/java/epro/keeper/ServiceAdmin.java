package epro.keeper;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ForwardingAdmin;

/** Kafka's admin client as a service uses it: it answers or fails within ten seconds, and no stop waits for what is still asked. */
final class ServiceAdmin extends ForwardingAdmin {
    private static final int ANSWERED_WITHIN_MILLIS = 10_000;
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(1);

    ServiceAdmin(Map<String, Object> config) {
        super(impatient(config));
    }

    private static Map<String, Object> impatient(Map<String, Object> config) {
        Map<String, Object> impatient = new HashMap<>(config);
        impatient.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWERED_WITHIN_MILLIS);
        impatient.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWERED_WITHIN_MILLIS);
        return impatient;
    }

    @Override
    public void close() {
        close(CLOSED_WITHIN);
    }
}
