package epro.keeper;

import epro.lane.AuditFact;
import epro.lane.ChainHead;
import epro.lane.Checkpoint;
import epro.lane.CheckpointEvents;
import epro.lane.OutboxEvent;
import epro.lane.SigningKey;
import epro.schemas.CloudEventHeaders;
import epro.schemas.Keys;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes a service's checkpoints, and the events that tell auditors of them. */
final class CheckpointFactory {
    private static final UUID NAMESPACE = UUID.fromString("2a7b9f6e-6c1b-4c0e-9a3b-0f4f6d5f4f52");
    private static final String TYPE = "epro.audit.checkpoint";

    private final String service;
    private final SigningKey key;
    private final RecordCodec codec;
    private final InstantSource clock;

    CheckpointFactory(String service, SigningKey key, RecordCodec codec, InstantSource clock) {
        this.service = service;
        this.key = key;
        this.codec = codec;
        this.clock = clock;
    }

    /** Whose chains they are. */
    String service() {
        return service;
    }

    Checkpoint next(Optional<Checkpoint> last, List<ChainHead> heads) {
        return key.next(service, last, heads, clock.instant());
    }

    Checkpoint opening(int epoch, Checkpoint cited, List<ChainHead> heads) {
        return key.opening(epoch, cited, heads, clock.instant());
    }

    /** What is recorded of an epoch: which checkpoint it cites, and the last one that the database holds. */
    AuditFact opened(int epoch, Checkpoint cited, Optional<Checkpoint> held) {
        Map<String, JsonValue> detail = new LinkedHashMap<>();
        detail.put("citedEpoch", number(cited.epoch()));
        detail.put("citedNumber", number(cited.number()));
        detail.put("citedRoot", new JsonValue.Text(cited.root()));
        held.ifPresent(last -> {
            detail.put("heldEpoch", number(last.epoch()));
            detail.put("heldNumber", number(last.number()));
        });
        return new AuditFact(
                "EPOCH_OPENED",
                service,
                "checkpoints/%s/%d".formatted(service, epoch),
                null,
                null,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                CanonicalJson.write(new JsonValue.Members(detail)));
    }

    private static JsonValue number(long value) {
        return new JsonValue.NumberText(Long.toString(value));
    }

    OutboxEvent event(Checkpoint checkpoint) {
        UUID id = Keys.nameBased(
                NAMESPACE, service, Integer.toString(checkpoint.epoch()), Long.toString(checkpoint.number()));
        Map<String, String> headers = CloudEventHeaders.of(
                        id.toString(), TYPE, "/" + service + "-service", checkpoint.signedAt())
                .asMap();
        return new OutboxEvent(
                Topics.AUDIT_CHECKPOINTS,
                service.getBytes(StandardCharsets.UTF_8),
                codec.encode(Topics.AUDIT_CHECKPOINTS, CheckpointEvents.toEvent(checkpoint)),
                headers);
    }
}
