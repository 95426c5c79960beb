package epro.processing.replay;

import epro.lane.EventSender;
import epro.lane.OutboxEvent;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sends what was rejected for want of a form through the topic once more, with its original bytes and key, so that the
 * pipeline stays the only writer of a patient's data.
 *
 * <ul>
 *   <li>What is to be sent is noted first, and noted as sent after the broker's acknowledgement: a crash in between sends
 *       it twice, never not at all, and the pipeline evaluates it twice to the same end.
 *   <li>A submission is sent once for each version of its form that is published.
 * </ul>
 */
@Component
class UnknownFormReplay {
    static final String REASON = "unknown-form";

    private static final Logger LOG = LoggerFactory.getLogger(UnknownFormReplay.class);
    private static final String HEADER = "epro-replay";
    private static final int BATCH = 100;
    private static final int ACKNOWLEDGED_WITHIN_SECONDS = 10;

    private final ReplayRequests requests;
    private final ReplayTable table;
    private final OriginalRecords originals;
    private final EventSender sender;
    private final InstantSource clock;

    UnknownFormReplay(
            ReplayRequests requests,
            ReplayTable table,
            OriginalRecords originals,
            EventSender sender,
            InstantSource clock) {
        this.requests = requests;
        this.table = table;
        this.originals = originals;
        this.sender = sender;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${epro.processing.replay-interval:10s}")
    void run() {
        try {
            int requested = requests.make();
            if (requested > 0) {
                LOG.info("{} rejections are replayed: their form is published now", requested);
            }
            List<Replay> due = table.claim(clock.instant(), BATCH);
            while (!due.isEmpty()) {
                send(due);
                due = table.claim(clock.instant(), BATCH);
            }
        } catch (DataAccessException
                | TransactionException
                | KafkaException
                | ExecutionException
                | TimeoutException away) {
            LOG.warn("Replays wait and are tried again in a minute: {}", away.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(List<Replay> due) throws ExecutionException, TimeoutException, InterruptedException {
        Map<Replay, CompletionStage<?>> sending = new LinkedHashMap<>();
        try (OriginalRecords.Reader reader = originals.open()) {
            for (Replay replay : due) {
                reader.read(replay.original())
                        .ifPresentOrElse(
                                original -> sending.put(replay, sender.send(again(original))), () -> lost(replay));
            }
        }
        for (Map.Entry<Replay, CompletionStage<?>> sent : sending.entrySet()) {
            sent.getValue().toCompletableFuture().get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
            table.sent(sent.getKey(), clock.instant());
        }
    }

    private void lost(Replay replay) {
        table.lost(replay, clock.instant());
        LOG.error(
                "Submission {} stays rejected though its form is there now: its record is no longer on the topic",
                replay.submissionKey());
    }

    private static OutboxEvent again(ConsumerRecord<byte[], byte[]> original) {
        Map<String, String> headers = new LinkedHashMap<>();
        original.headers()
                .forEach(header -> headers.put(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        headers.put(HEADER, REASON);
        return new OutboxEvent(original.topic(), original.key(), original.value(), headers);
    }
}
