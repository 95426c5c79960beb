package epro.intake.request;

import epro.support.problem.UnseenRefusals;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Counts refusals by their code and by the program that was refused: an app that sends what is refused loses its patients'
 * words, and nobody else sees it. Of programs at most a hundred are told apart; further ones count as {@code other}, and so does
 * whatever is new and comes without a token that is valid, for a stranger could call itself anything.
 */
@Component
final class RefusalCounts implements UnseenRefusals {
    private static final int APPS_MAX = 100;
    private static final AppVersion OTHER = new AppVersion("other", "other");

    private final MeterRegistry meters;
    private final Set<AppVersion> known = ConcurrentHashMap.newKeySet();

    RefusalCounts(MeterRegistry meters) {
        this.meters = meters;
        known.add(AppVersion.UNKNOWN);
    }

    /** Whose it was can't be read. */
    @Override
    public void refused(String code) {
        countStranger(code, AppVersion.UNKNOWN);
    }

    /** Of a caller who is known. */
    void count(String code, AppVersion app) {
        increment(code, toldApart(app) ? app : OTHER);
    }

    /** Of whoever it was. */
    void countStranger(String code, AppVersion app) {
        increment(code, known.contains(app) ? app : OTHER);
    }

    private synchronized boolean toldApart(AppVersion app) {
        return known.contains(app) || (known.size() <= APPS_MAX && known.add(app));
    }

    private void increment(String code, AppVersion app) {
        meters.counter("epro.intake.refusals", "code", code, "app", app.name(), "version", app.version())
                .increment();
    }
}
