package epro.processing.assessment;

import epro.lane.LaneNotPublished;
import epro.schemas.codec.RegistryUnavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Verdicts on their way to the one writer, who takes as many at once as there are. Bounded by the places of those who ask. The
 * writer never ends of itself; while it can't write, whatever the reason, this is not healthy after a minute.
 */
@Component("assessments")
class Verdicts implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);
    private static final int GROUP_MAX = 200;
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(1);
    private static final Duration TOO_LONG = Duration.ofMinutes(1);

    private final VerdictWriter writer;
    private final InstantSource clock;
    private final BlockingQueue<Verdict> waiting = new LinkedBlockingQueue<>();
    private volatile @Nullable Instant failingSince;

    Verdicts(VerdictWriter writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Instant since = failingSince;
        boolean tooLong = since != null && since.isBefore(clock.instant().minus(TOO_LONG));
        return (tooLong ? Health.down() : Health.up()).build();
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
                failingSince = null;
                return;
            } catch (RegistryUnavailable away) {
                LOG.warn("No verdict is written yet, the registry is asked again in a moment: {}", away.getMessage());
            } catch (RuntimeException unforeseen) {
                LOG.error("No verdict is written yet, it is tried again in a moment", unforeseen);
            }
            pauseAfterFailure();
        }
    }

    private void pauseAfterFailure() throws InterruptedException {
        if (failingSince == null) {
            failingSince = clock.instant();
        }
        Thread.sleep(AFTER_REFUSAL);
    }

    private void write(List<Verdict> group) throws InterruptedException {
        try {
            writeOrWait(group);
        } catch (DataIntegrityViolationException overtaken) {
            writeAgain(group);
        } catch (RuntimeException unforeseen) {
            writeOneByOne(group, unforeseen);
        }
    }

    /** Somebody else may have written of the same event meanwhile; this time that is read. */
    private void writeAgain(List<Verdict> group) throws InterruptedException {
        try {
            writeOrWait(group);
        } catch (RuntimeException unforeseen) {
            writeOneByOne(group, unforeseen);
        }
    }

    private void writeOrWait(List<Verdict> group) throws InterruptedException {
        while (!written(group)) {
            pauseAfterFailure();
        }
        failingSince = null;
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
