package epro.processing.pipeline;

import epro.processing.RunningProcessing;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The audit entries of records of the real log, told from those of logs that other tests invent under the same name. */
final class LoggedEntries {

    private LoggedEntries() {}

    /** The actions of a record's entries: one as soon as it is consumed. */
    static List<String> of(RecordMetadata at) throws ExecutionException, InterruptedException, TimeoutException {
        String topicId = RunningProcessing.bean(TopicIds.class).idOf(at.topic()).toString();
        return RunningProcessing.superuser()
                .sql("SELECT action FROM audit_entry WHERE topic_id = ? AND partition = ? AND record_offset = ?")
                .params(topicId, at.partition(), at.offset())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
