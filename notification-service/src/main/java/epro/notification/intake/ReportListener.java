package epro.notification.intake;

import epro.notification.alert.Report;
import epro.notification.dispatch.AlertDispatcher;
import epro.schemas.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Brings one record after the other to the dispatcher. It is acknowledged to Kafka when this returns, which is after the
 * dispatcher's transaction; whatever is in the way then brings the same record again, for as long as it takes.
 */
@Component
class ReportListener {
    static final String ID = "adverse-events";

    private final ReportReader reader;
    private final AlertDispatcher dispatcher;
    private final UnreadEvents unread;
    private final WaitingPartitions waiting;

    ReportListener(ReportReader reader, AlertDispatcher dispatcher, UnreadEvents unread, WaitingPartitions waiting) {
        this.reader = reader;
        this.dispatcher = dispatcher;
        this.unread = unread;
        this.waiting = waiting;
    }

    @KafkaListener(id = ID, idIsGroup = false, topics = Topics.ADVERSE_EVENTS)
    void receive(ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        try {
            take(record);
            waiting.passed(partition);
        } catch (OutOfMemoryError fatal) {
            throw fatal;
        } catch (Throwable failure) {
            waiting.failed(partition, failure);
            throw new ReportNotTaken(partition, failure);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) throws NotReadableYet {
        switch (reader.read(record.value())) {
            case Reading.Read(var report) -> dispatch(record, report);
            case Reading.Unreadable(String reason) -> unread.keep(record, reason);
            case Reading.NotYet() -> throw new NotReadableYet();
        }
    }

    /** A report that the database refuses for what is in it must not hold up those of all other patients behind it. */
    private void dispatch(ConsumerRecord<byte[], byte[]> record, Report report) {
        try {
            dispatcher.dispatch(report);
        } catch (RuntimeException failure) {
            if (!DataFault.isIn(failure)) {
                throw failure;
            }
            unread.keep(record, "refused-by-database");
        }
    }
}
