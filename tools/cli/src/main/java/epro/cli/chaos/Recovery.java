package epro.cli.chaos;

import epro.cli.chaos.fault.Strike;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How soon after a fault was healed something was accepted again, and something written to the trail.
 *
 * @param acceptedSeconds null where nothing more was sent
 * @param recordedSeconds null where nothing more came
 */
public record Recovery(
        String fault,
        @Nullable Double acceptedSeconds,
        @Nullable Double recordedSeconds) {

    /**
     * Of each fault.
     *
     * @param accepted when something was, in order
     * @param recorded when something was, in order
     */
    static List<Recovery> of(List<Strike> strikes, List<Instant> accepted, List<Instant> recorded) {
        return strikes.stream()
                .map(strike -> new Recovery(
                        strike.fault(), seconds(strike.healed(), accepted), seconds(strike.healed(), recorded)))
                .toList();
    }

    private static @Nullable Double seconds(Instant healed, List<Instant> times) {
        return times.stream()
                .filter(time -> !time.isBefore(healed))
                .findFirst()
                .map(time -> Duration.between(healed, time).toMillis() / 1_000.0)
                .orElse(null);
    }
}
