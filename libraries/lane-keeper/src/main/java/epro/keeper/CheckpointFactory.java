package epro.keeper;

import epro.lane.ChainHead;
import epro.lane.Checkpoint;
import epro.lane.CheckpointEvents;
import epro.lane.OutboxEvent;
import epro.lane.SigningKey;
import epro.schemas.CloudEventHeaders;
import epro.schemas.Keys;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
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
