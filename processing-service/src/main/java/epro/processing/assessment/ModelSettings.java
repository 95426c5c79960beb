package epro.processing.assessment;

import epro.support.start.IllegalSetting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which model reads free texts, and how patiently it is asked.
 *
 * @param url Root of an endpoint of the Open Inference Protocol v2; without it no text is assessed.
 * @param name Name of the model there.
 * @param version Version to ask for; empty: whichever is served.
 * @param tokenFile File of the bearer token for it, read again for every claim.
 * @param deadline How long one call may take.
 * @param inFlight How many questions may be under way at the same time.
 * @param textsTogether How many texts of several submissions share one call; 1: none do.
 * @param pause How long a failed one waits before it is asked again, the first time; doubled from time to time.
 */
@ConfigurationProperties("epro.model")
record ModelSettings(
        @Nullable URI url,
        @DefaultValue("ae-lexicon") String name,
        @DefaultValue("") String version,
        @Nullable Path tokenFile,
        @DefaultValue("10s") Duration deadline,
        @DefaultValue("1000") int inFlight,
        @DefaultValue("16") int textsTogether,
        @DefaultValue("1s") Duration pause) {
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(5);
    private static final int DOUBLINGS_MAX = 6;

    ModelSettings {
        IllegalSetting.requireAtLeast("epro.model.in-flight", 1, inFlight);
        IllegalSetting.requireAtLeast("epro.model.texts-together", 1, textsTogether);
        if (!deadline.isPositive()) {
            throw new IllegalSetting("epro.model.deadline", "must be positive, was " + deadline);
        }
        if (!pause.isPositive()) {
            throw new IllegalSetting("epro.model.pause", "must be positive, was " + pause);
        }
    }

    boolean isKnown() {
        return url != null && !url.toString().isEmpty();
    }

    /** Where the model is asked, below whatever path its root has. */
    URI inference() {
        String root = Objects.requireNonNull(url).toString();
        String below = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
        return URI.create(below + "/v2/models/" + name + (version.isEmpty() ? "" : "/versions/" + version) + "/infer");
    }

    /** For so long nobody else claims what is being asked. */
    Duration lease() {
        return deadline.plus(LEASE_MARGIN);
    }

    /** How long the answer to a plain question may take; less than the lease's margin. */
    Duration plainDeadline() {
        Duration most = LEASE_MARGIN.dividedBy(2);
        return deadline.compareTo(most) < 0 ? deadline : most;
    }

    /** How long to wait after an attempt that failed, the first being number 1. */
    Duration pauseAfter(int attempts) {
        return pause.multipliedBy(1L << Math.min(DOUBLINGS_MAX, Math.max(0, attempts - 1)));
    }
}
