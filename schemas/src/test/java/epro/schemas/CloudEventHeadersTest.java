package epro.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudEventHeadersTest {

    private static final CloudEventHeaders HEADERS = CloudEventHeaders.of(
            "id-1", "epro.submission.received", "/intake", Instant.parse("2026-11-23T10:00:00.5Z"));

    @Test
    void areThoseOfTheBinaryMode() {
        assertThat(HEADERS.asMap())
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "id-1"),
                        Map.entry("ce_type", "epro.submission.received"),
                        Map.entry("ce_source", "/intake"),
                        Map.entry("ce_time", "2026-11-23T10:00:00.500Z"),
                        Map.entry("content-type", "application/avro"));
    }

    @Test
    void areTheSameAsKafkaHeaders() {
        assertThat(HEADERS)
                .extracting(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .first()
                .isEqualTo("ce_specversion=1.0");
        assertThat(HEADERS).hasSameSizeAs(HEADERS.asMap().entrySet());
    }
}
