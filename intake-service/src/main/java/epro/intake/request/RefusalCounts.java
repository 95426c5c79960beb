package epro.intake.request;

import epro.support.problem.UnseenRefusals;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Counts refusals by their code and by the program that was refused: an app that sends what is refused loses its patients'
 * words, and nobody else sees it. Of programs at most a hundred are told apart; further ones count as {@code other}, and so does
 * a stranger without a token who calls itself something new.
 */
@Component
final class RefusalCounts implements UnseenRefusals {
    private static final int APPS_MAX = 100;
    private static final String STRANGER = "unauthenticated";
    private static final AppVersion OTHER = new AppVersion("other", "other");

    private final MeterRegistry meters;
    private final Set<AppVersion> known = ConcurrentHashMap.newKeySet();

    RefusalCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Whose it was can't be read. */
    @Override
    public void refused(String code) {
        count(code, AppVersion.UNKNOWN);
    }

    void count(String code, AppVersion app) {
        var counted = toldApart(app, code.equals(STRANGER)) ? app : OTHER;
        meters.counter("epro.intake.refusals", "code", code, "app", counted.name(), "version", counted.version())
                .increment();
    }

    private synchronized boolean toldApart(AppVersion app, boolean stranger) {
        return known.contains(app) || (!stranger && known.size() < APPS_MAX && known.add(app));
    }
}
