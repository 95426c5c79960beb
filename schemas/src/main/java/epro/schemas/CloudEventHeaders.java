package epro.schemas;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The headers of a CloudEvent 1.0 in Kafka's binary mode, in a fixed order. */
public record CloudEventHeaders(Map<String, String> asMap) implements Iterable<Header> {

    public CloudEventHeaders {
        asMap = Collections.unmodifiableMap(new LinkedHashMap<>(asMap));
    }

    public static CloudEventHeaders of(String id, String type, String source, Instant time) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_type", type);
        headers.put("ce_source", source);
        headers.put("ce_time", time.toString());
        headers.put("content-type", "application/avro");
        return new CloudEventHeaders(headers);
    }

    @Override
    public Iterator<Header> iterator() {
        return asMap.entrySet().stream()
                .<Header>map(entry ->
                        new RecordHeader(entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8)))
                .iterator();
    }
}
