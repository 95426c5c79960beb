package epro.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import epro.schemas.event.Term;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class SchemaRegistrationTest {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final CountDownLatch released = new CountDownLatch(1);
    private final SchemaRegistration registration = new SchemaRegistration(
            RegistrySettings.of(Map.of(
                    "epro.registry.url",
                    "http://127.0.0.1:9",
                    "value.serializer",
                    VendorSerializer.class.getName(),
                    VendorSerializer.HANGING,
                    released)),
            PATIENCE);

    @Test
    void aRegistryThatHangsIsGivenUpAndAskedAnewOnceItIsBack() {
        try {
            assertThatExceptionOfType(RegistryUnavailable.class)
                    .isThrownBy(() -> registration.register("t", Term.getClassSchema()))
                    .withCauseInstanceOf(TimeoutException.class);
        } finally {
            released.countDown();
        }

        assertThat(registration.register("t", Term.getClassSchema())).isEqualTo(1);
    }
}
