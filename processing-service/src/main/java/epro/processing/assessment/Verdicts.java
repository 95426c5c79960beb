package epro.processing.assessment;

import epro.lane.LaneNotPublished;
import epro.schemas.codec.RegistryUnavailable;
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
import org.springframework.dao.DataIntegrityViolationException;
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
            prepare();
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

    private void prepare() throws InterruptedException {
        while (true) {
            try {
                writer.prepare();
                return;
            } catch (RegistryUnavailable away) {
                LOG.warn("No verdict is written yet, the registry is asked again in a moment: {}", away.getMessage());
                Thread.sleep(AFTER_REFUSAL);
            }
        }
    }

    private void write(List<Verdict> group) throws InterruptedException {
        try {
            while (!written(group)) {
                Thread.sleep(AFTER_REFUSAL);
            }
        } catch (RuntimeException unforeseen) {
            writeOneByOne(group, unforeseen);
        }
    }

    /** What can't be written down must not keep the others from it. */
    private void writeOneByOne(List<Verdict> group, RuntimeException failure) throws InterruptedException {
        if (group.size() > 1) {
            for (Verdict verdict : group) {
                write(List.of(verdict));
            }
        } else if (group.getFirst() instanceof Verdict.Decided(Assessment assessment, var _)) {
            String name = failure.getClass().getSimpleName();
            LOG.error(
                    "What the model said of assessment {} can't be written down ({}): it is given up",
                    assessment.id(),
                    name);
            write(List.of(new Verdict.GivenUp(assessment, name)));
        } else {
            LOG.error("{} can't be written down, it is asked again after its lease", group.getFirst(), failure);
        }
    }

    private boolean written(List<Verdict> group) {
        try {
            writer.write(group);
            return true;
        } catch (LaneNotPublished sweptLater) {
            LOG.warn("Verdicts are written down and announced in a moment: {}", sweptLater.toString());
            return true;
        } catch (DataIntegrityViolationException inItself) {
            throw inItself;
        } catch (SQLException | DataAccessException | TransactionException refused) {
            LOG.warn(
                    "{} verdicts wait, the database refused: {}",
                    group.size(),
                    refused.getClass().getSimpleName());
            return false;
        }
    }
}
