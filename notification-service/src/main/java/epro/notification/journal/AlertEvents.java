package epro.notification.journal;

import epro.keeper.NotReadyYet;
import epro.lane.OutboxEvent;
import epro.notification.alert.AlertFact;
import epro.notification.alert.AlertIdentity;
import epro.schemas.CloudEventHeaders;
import epro.schemas.Keys;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.AlertChanged;
import epro.schemas.event.AlertState;
import epro.schemas.event.Urgency;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the topic of alerts hears of a change: whoever reads it again knows it by its id. */
@Component
class AlertEvents {
    private static final String TYPE = "epro.alert.changed";
    private static final String SOURCE = "/notification-service";

    private final RecordCodec codec;

    private volatile boolean prepared;

    AlertEvents(RecordCodec codec) {
        this.codec = codec;
    }

    void prepare() {
        codec.prepare(Topics.ALERTS, AlertChanged.getClassSchema());
        prepared = true;
    }

    void requirePrepared() {
        if (!prepared) {
            throw new NotReadyYet();
        }
    }

    OutboxEvent changed(AlertIdentity identity, AlertFact fact) {
        UUID eventId = Keys.nameBased(identity.alertId(), Integer.toString(fact.sequence()));
        AlertChanged event = AlertChanged.newBuilder()
                .setEventId(eventId.toString())
                .setAlertId(identity.alertId().toString())
                .setCaseNumber(identity.caseNumber())
                .setAeId(identity.aeId().toString())
                .setRevision(fact.after().revision())
                .setSubmissionKey(identity.submissionKey().toString())
                .setStudyId(identity.studyId())
                .setSiteId(identity.siteId())
                .setState(AlertState.valueOf(fact.after().state().name()))
                .setUrgency(Urgency.valueOf(fact.after().urgency().name()))
                .setAction(fact.action().name())
                .setActor(fact.actor())
                .setAt(fact.at())
                .build();
        return new OutboxEvent(
                Topics.ALERTS,
                identity.patientKey().toString().getBytes(StandardCharsets.UTF_8),
                codec.encode(Topics.ALERTS, event),
                CloudEventHeaders.of(eventId.toString(), TYPE, SOURCE, fact.at())
                        .asMap());
    }
}
