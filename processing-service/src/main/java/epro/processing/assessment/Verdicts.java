package epro.processing.assessment;

import epro.lane.LaneNotPublished;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Verdicts on their way to the one writer, who takes as many at once as there are. Bounded by the places of those who ask. */
@Component
class Verdicts {
    private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);
    private static final int GROUP_MAX = 200;
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(1);

    private final VerdictWriter writer;
    private final BlockingQueue<Verdict> waiting = new LinkedBlockingQueue<>();

    Verdicts(VerdictWriter writer) {
        this.writer = writer;
    }

    void add(Verdict verdict) {
        waiting.add(verdict);
    }

    /**
     * Writes until it is interrupted.
     *
     * @param written told how many verdicts were written down
     */
    void writeForEver(IntConsumer written) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Verdict> group = new ArrayList<>();
                group.add(waiting.take());
                waiting.drainTo(group, GROUP_MAX - 1);
                write(group);
                written.accept(group.size());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Verdict> group) throws InterruptedException {
        while (!written(group)) {
            Thread.sleep(AFTER_REFUSAL);
        }
    }

    private boolean written(List<Verdict> group) {
        try {
            writer.write(group);
            return true;
        } catch (LaneNotPublished sweptLater) {
            LOG.warn("Verdicts are written down and announced in a moment: {}", sweptLater.toString());
            return true;
        } catch (SQLException | DataAccessException | TransactionException refused) {
            LOG.warn(
                    "{} verdicts wait, the database refused: {}",
                    group.size(),
                    refused.getClass().getSimpleName());
            return false;
        }
    }
}
