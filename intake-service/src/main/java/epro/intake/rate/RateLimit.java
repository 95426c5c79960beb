package epro.intake.rate;

import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Lets every caller send as often as it may, whatever others do, and refuses more with 429. A caller is a token's subject. The
 * last 10,000 are remembered; who was forgotten begins with a whole burst.
 */
@Component
public final class RateLimit {
    private static final int CALLERS_MAX = 10_000;
    private static final float LOAD = 0.75f;
    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

    private final RateSettings settings;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > CALLERS_MAX;
        }
    };

    RateLimit(RateSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes one submission's right to be sent, and says in the answer's {@code RateLimit} fields what is left.
     *
     * @throws ProblemException 429 {@code rate-limited} with {@code Retry-After}
     */
    public void take(Caller caller, HttpServletResponse response) {
        Rate rate = caller.patient() == null ? settings.gateway() : settings.patient();
        ConsumptionProbe taken = bucket(caller.subject(), rate).tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Policy", "\"caller\";q=%d;w=%d".formatted(rate.burst(), rate.window()));
        response.setHeader(
                "RateLimit",
                "\"caller\";r=%d;t=%d"
                        .formatted(
                                taken.getRemainingTokens(),
                                Math.ceilDiv(taken.getNanosToWaitForReset(), SECOND_NANOS)));
        if (!taken.isConsumed()) {
            throw new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "rate-limited", "Too often. Nothing was sent.")
                    .retryAfter(Duration.ofNanos(taken.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket(String subject, Rate rate) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    subject,
                    _ -> Bucket.builder()
                            .addLimit(limit ->
                                    limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                            .build());
        }
    }
}
