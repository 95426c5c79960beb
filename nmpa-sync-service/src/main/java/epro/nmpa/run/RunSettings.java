package epro.nmpa.run;

import epro.support.start.IllegalSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How runs go about their trials.
 *
 * @param interval How long after the start of the last run the next one starts by itself; 0: never.
 * @param dueAfter How old a confirmation has to be for its trial to be due again.
 * @param attempts How often one run asks for one trial.
 * @param pause How long a trial waits after its first failure; doubled from time to time, one minute at most.
 * @param waiting How many trials of a run wait for a permit at the same time, each on a virtual thread.
 */
@ConfigurationProperties("epro.nmpa.sync")
record RunSettings(
        @DefaultValue("0") Duration interval,
        @DefaultValue("0") Duration dueAfter,
        @DefaultValue("4") int attempts,
        @DefaultValue("1s") Duration pause,
        @DefaultValue("2000") int waiting) {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int DOUBLINGS_MAX = 10;

    RunSettings {
        IllegalSetting.requireAtLeast("epro.nmpa.sync.attempts", 1, attempts);
        IllegalSetting.requireAtLeast("epro.nmpa.sync.waiting", 1, waiting);
        requireNotNegative("interval", interval);
        requireNotNegative("due-after", dueAfter);
        requireNotNegative("pause", pause);
    }

    boolean isScheduled() {
        return interval.isPositive();
    }

    /** How long to wait after an attempt that failed, the first being number 1. */
    Duration pauseAfter(int attempt) {
        Duration doubled = pause.multipliedBy(1L << Math.min(DOUBLINGS_MAX, attempt - 1));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private static void requireNotNegative(String name, Duration span) {
        if (span.isNegative()) {
            throw new IllegalSetting("epro.nmpa.sync." + name, "must not be negative, was " + span);
        }
    }
}
