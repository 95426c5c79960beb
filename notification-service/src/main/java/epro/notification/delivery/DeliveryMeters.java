package epro.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How deliveries ended. */
@Component
class DeliveryMeters {
    private final MeterRegistry registry;

    DeliveryMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void settled(String channel, DeliveryState state) {
        registry.counter(
                        "epro.notification.deliveries",
                        "channel",
                        channel,
                        "state",
                        state.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** Nobody is left whom the channel could reach instead; any is an alarm. */
    void nobodyLeft(String channel) {
        registry.counter("epro.notification.deliveries.nobody.left", "channel", channel)
                .increment();
    }
}
