package epro.processing.storing;

import epro.lane.Position;
import epro.lane.SourcePartition;
import epro.processing.RunningProcessing;
import epro.processing.SentSubmission;
import epro.processing.reading.RawRecord;
import epro.processing.reading.ReadRecord;
import epro.processing.reading.SubmissionReader;
import epro.schemas.Topics;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.SubmissionOutcome;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.event.SuspectedAdverseEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A lane that no other test uses, and the records of its partition. */
final class TestLane {
    private final SourcePartition source = new SourcePartition(Topics.SUBMISSIONS, "test-" + UUID.randomUUID(), 0);
    private final SubmissionStore store = RunningProcessing.bean(SubmissionStore.class);

    TestLane() {
        RecordCodec codec = RunningProcessing.bean(RecordCodec.class);
        codec.prepare(Topics.SUBMISSIONS, SubmissionReceived.getClassSchema());
        codec.prepare(Topics.OUTCOMES, SubmissionOutcome.getClassSchema());
        codec.prepare(Topics.ADVERSE_EVENTS, SuspectedAdverseEvent.getClassSchema());
    }

    StoreResult store(ReadRecord... batch) {
        return store.store(source, List.of(batch));
    }

    StoreResult store(List<ReadRecord> batch) {
        return store.store(source, batch);
    }

    /** The record as it is read. */
    ReadRecord record(long offset, SentSubmission sent) {
        return record(offset, sent, sent.event());
    }

    /** The same with something else about the event than what intake writes. */
    ReadRecord record(long offset, SentSubmission sent, SubmissionReceived event) {
        return RunningProcessing.bean(SubmissionReader.class).read(raw(offset, sent, event));
    }

    RawRecord raw(long offset, SentSubmission sent, SubmissionReceived event) {
        byte[] value = RunningProcessing.bean(RecordCodec.class).encode(Topics.SUBMISSIONS, event);
        return new RawRecord(new Position(source.topicId(), 0, offset), sent.recordKey(), value, Map.of());
    }

    /** What the chain says was done, in order. */
    List<String> actions() {
        return texts("SELECT action FROM audit_entry WHERE lane = ? ORDER BY sequence");
    }

    /** How many events it ever emitted. */
    String emitted() {
        return texts("SELECT outbox_end::text FROM lane WHERE name = ?").getFirst();
    }

    private List<String> texts(String sql) {
        return RunningProcessing.superuser()
                .sql(sql)
                .param(source.laneName())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
