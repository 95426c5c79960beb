package epro.processing.assessment;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One call to the model, for one question or several, and what follows from it.
 *
 * <p>A failure that comes again, though others succeeded meanwhile or a plain question is answered, is held against the question: the
 * third such one gives it up. A failure while nobody succeeds is held against the model: the question waits, longer from time to time, however long that takes; after
 * several the breaker opens, and nothing is claimed until a few calls have come through again.
 */
@Component
class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
    private static final int FAILURES_MAX = 3;
    private static final int FAILURES_KEPT = 10_000;
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
    private final RecentFailures lastFailures = new RecentFailures(FAILURES_KEPT);
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

    /**
     * The verdicts on those questions that were answered; the others are asked again later. A failure of several together is
     * held against none of them: each is asked alone then.
     */
    List<Verdict> ask(List<Assessment> together) throws InterruptedException {
        if (!breaker.tryAcquirePermission()) {
            Instant later = clock.instant().plus(settings.pause());
            together.forEach(assessment -> table.postpone(assessment.id(), later, assessment.failures()));
            return List.of();
        }
        Instant begun = clock.instant();
        Map<Assessment, Reading> readings;
        try {
            readings = model.read(together);
        } catch (IOException | RuntimeException failure) {
            breaker.onError(nanosSince(begun), TimeUnit.NANOSECONDS, failure);
            return together.size() == 1
                    ? failed(together.getFirst(), failure).stream().toList()
                    : aloneFromNowOn(together);
        } catch (InterruptedException stopping) {
            breaker.releasePermission();
            throw stopping;
        }
        breaker.onSuccess(nanosSince(begun), TimeUnit.NANOSECONDS);
        lastSuccess = clock.instant();
        return decided(together, readings);
    }

    private List<Verdict> decided(List<Assessment> together, Map<Assessment, Reading> readings) {
        List<Verdict> verdicts = new ArrayList<>();
        readings.forEach((assessment, reading) -> {
            lastFailures.forget(assessment.id());
            verdicts.add(new Verdict.Decided(assessment, reading));
        });
        aloneFromNowOn(together.stream()
                .filter(assessment -> !readings.containsKey(assessment))
                .toList());
        return verdicts;
    }

    private List<Verdict> aloneFromNowOn(List<Assessment> unanswered) {
        Instant now = clock.instant();
        unanswered.forEach(assessment -> table.postpone(assessment.id(), now, assessment.failures()));
        return List.of();
    }

    private Optional<Verdict> failed(Assessment assessment, Exception failure) throws InterruptedException {
        Instant before = lastFailures.note(assessment.id(), clock.instant());
        boolean itsOwn = before != null && (lastSuccess.isAfter(before) || model.answersPlainTextInstead(assessment));
        int failures = assessment.failures() + (itsOwn ? 1 : 0);
        if (failures >= FAILURES_MAX) {
            lastFailures.forget(assessment.id());
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
