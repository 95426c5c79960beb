package epro.processing.assessment;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One call to the model and what follows from it.
 *
 * <p>A failure after which others succeeded, and which then comes again, is held against the question: the third such one
 * gives it up. A failure while nobody succeeds is held against the model: the question waits, longer from time to time, however long that takes; after
 * several the breaker opens, and nothing is claimed until a few calls have come through again.
 */
@Component
class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
    private static final int FAILURES_MAX = 3;
    static final int TRIALS = 5;

    private final ModelClient model;
    private final AssessmentTable table;
    private final ModelSettings settings;
    private final InstantSource clock;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "model",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(20)
                    .minimumNumberOfCalls(10)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(2))
                    .automaticTransitionFromOpenToHalfOpenEnabled(true)
                    .permittedNumberOfCallsInHalfOpenState(TRIALS)
                    .build());
    private final Map<UUID, Instant> lastFailures = new ConcurrentHashMap<>();
    private volatile Instant lastSuccess = Instant.MIN;

    Asking(ModelClient model, AssessmentTable table, ModelSettings settings, InstantSource clock) {
        this.model = model;
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    /** How many questions there is any sense in asking now. */
    int limit(int free) {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> 0;
            case HALF_OPEN -> Math.min(free, TRIALS);
            case CLOSED, DISABLED, METRICS_ONLY -> free;
        };
    }

    /** Whether only a few are asked, to see whether the model is back. */
    boolean isTrying() {
        return breaker.getState() == CircuitBreaker.State.HALF_OPEN;
    }

    /** Empty if the question is to be asked again later. */
    Optional<Verdict> ask(Assessment assessment) throws InterruptedException {
        if (!breaker.tryAcquirePermission()) {
            table.postpone(assessment.id(), clock.instant().plus(settings.pause()), assessment.failures());
            return Optional.empty();
        }
        Instant begun = clock.instant();
        try {
            Reading reading = model.read(assessment);
            breaker.onSuccess(nanosSince(begun), TimeUnit.NANOSECONDS);
            lastSuccess = clock.instant();
            lastFailures.remove(assessment.id());
            return Optional.of(new Verdict.Decided(assessment, reading));
        } catch (IOException | RuntimeException failure) {
            breaker.onError(nanosSince(begun), TimeUnit.NANOSECONDS, failure);
            return failed(assessment, failure);
        } catch (InterruptedException stopping) {
            breaker.releasePermission();
            throw stopping;
        }
    }

    private Optional<Verdict> failed(Assessment assessment, Exception failure) {
        Instant before = lastFailures.put(assessment.id(), clock.instant());
        boolean othersSucceeded = before != null && lastSuccess.isAfter(before);
        int failures = assessment.failures() + (othersSucceeded ? 1 : 0);
        if (failures >= FAILURES_MAX) {
            lastFailures.remove(assessment.id());
            LOG.error(
                    "The model fails on assessment {} while it answers others ({}): it is given up, somebody has to read"
                            + " the texts",
                    assessment.id(),
                    failure.getClass().getSimpleName());
            return Optional.of(
                    new Verdict.GivenUp(assessment, failure.getClass().getSimpleName()));
        }
        int attempts = Math.max(failures, assessment.claims());
        table.postpone(assessment.id(), clock.instant().plus(settings.pauseAfter(attempts)), failures);
        return Optional.empty();
    }

    private long nanosSince(Instant begun) {
        return Duration.between(begun, clock.instant()).toNanos();
    }
}
