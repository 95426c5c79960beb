package epro.nmpa.journal;

import epro.lane.OutboxEvent;
import epro.nmpa.status.RegisterStatus;
import epro.schemas.CloudEventHeaders;
import epro.schemas.Keys;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.StoppedBy;
import epro.schemas.event.TrialStatus;
import epro.schemas.event.TrialStatusChange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the topic of status changes hears: whoever reads it again knows it by its id. */
@Component
class StatusEvents {
    private static final UUID NAMESPACE = UUID.fromString("8d3f2c1a-5b7e-4f60-9c2d-1e0a7b6c5d41");
    private static final String TYPE = "nmpa.trial.status-changed";
    private static final String SOURCE = "/nmpa-sync-service";
    private static final String REGISTER = "nmpa";

    private final RecordCodec codec;
    private volatile boolean prepared;

    StatusEvents(RecordCodec codec) {
        this.codec = codec;
    }

    void prepare() {
        codec.prepare(Topics.TRIAL_STATUS_CHANGES, TrialStatusChange.getClassSchema());
        prepared = true;
    }

    boolean isPrepared() {
        return prepared;
    }

    OutboxEvent changed(StatusChange change, Instant confirmedAt) {
        String eventId = Keys.nameBased(NAMESPACE, change.registrationNumber(), Integer.toString(change.sequence()))
                .toString();
        TrialStatusChange event = TrialStatusChange.newBuilder()
                .setEventId(eventId)
                .setRegistrationNumber(change.registrationNumber())
                .setStatus(status(change.now()))
                .setPreviousStatus(change.before() == null ? null : status(change.before()))
                .setBy(by(change.now()))
                .setOriginalStatus(change.now().original())
                .setSource(REGISTER)
                .setRunId(change.runId().toString())
                .setConfirmedAt(confirmedAt)
                .build();
        return new OutboxEvent(
                Topics.TRIAL_STATUS_CHANGES,
                change.registrationNumber().getBytes(StandardCharsets.UTF_8),
                codec.encode(Topics.TRIAL_STATUS_CHANGES, event),
                CloudEventHeaders.of(eventId, TYPE, SOURCE, confirmedAt).asMap());
    }

    private static TrialStatus status(RegisterStatus status) {
        return TrialStatus.valueOf(status.status().name());
    }

    private static @Nullable StoppedBy by(RegisterStatus status) {
        return status.by() == null ? null : StoppedBy.valueOf(status.by().name());
    }
}
