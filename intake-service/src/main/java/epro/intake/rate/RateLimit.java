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
     * Takes one submission's right to be sent.
     *
     * @throws ProblemException 429 {@code rate-limited} with {@code Retry-After}
     */
    public void take(Caller caller) {
        ConsumptionProbe taken = bucket(caller).tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            throw new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "rate-limited", "Too often. Nothing was sent.")
                    .retryAfter(Duration.ofNanos(taken.getNanosToWaitForRefill()));
        }
    }

    /** Says in the answer's {@code RateLimit} fields what is left. */
    public void tell(Caller caller, HttpServletResponse response) {
        Rate rate = rate(caller);
        long left = bucket(caller).getAvailableTokens();
        response.setHeader("RateLimit-Policy", "\"caller\";q=" + rate.burst() + ";w=" + rate.secondsToFull(0));
        response.setHeader("RateLimit", "\"caller\";r=" + left + ";t=" + rate.secondsToFull(left));
    }

    private Rate rate(Caller caller) {
        return caller.patient() == null ? settings.gateway() : settings.patient();
    }

    private Bucket bucket(Caller caller) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(caller.subject(), _ -> full(rate(caller)));
        }
    }

    private static Bucket full(Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
