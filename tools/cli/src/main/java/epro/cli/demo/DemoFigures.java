package epro.cli.demo;

import epro.cli.demo.harm.Harm;
import epro.cli.demo.harm.Mails;
import epro.cli.demo.trials.Synced;
import epro.simulator.regulator.RegulatorLog;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code demo.json} holds, in its order. */
record DemoFigures(
        long submitted,
        long answered202,
        long refused,
        long resent,
        long records,
        Map<String, Long> rejections,
        long duplicates,
        long quarantined,
        Map<String, Long> adverseEvents,
        Map<String, Long> bySource,
        Map<String, Long> alerts,
        long connectionsMost,
        Latencies latencyMs,
        @Nullable Double readySeconds,
        Map<String, Long> pssMiB,
        String dataCheck,
        long conflicts,
        long unknownAnswers,
        long unannouncedRecords,
        long endOffsets,
        boolean booksBalance,
        Map<String, Long> byUrgency,
        long alarming,
        long overlooked,
        Mails mails,
        long startsMostInASecond,
        List<RegulatorLog.Violation> violations,
        Synced.Figures trials) {

    record Latencies(
            @Nullable Percentiles answered,
            @Nullable Percentiles stored,
            @Nullable Percentiles detected,
            @Nullable Percentiles notified,
            @Nullable Percentiles answeredBeforeFreeze,
            @Nullable Percentiles refused) {

        static Latencies of(Performance performance, boolean onOwnStack) {
            return new Latencies(
                    Percentiles.of(performance.answered()),
                    Percentiles.of(performance.stored()),
                    Percentiles.of(performance.detected()),
                    Percentiles.of(performance.notified()),
                    onOwnStack ? Percentiles.of(performance.answeredBefore(Demo.FREEZE_AT)) : null,
                    Percentiles.of(performance.refused()));
        }
    }

    /** Whether the stack was started for this demo; only then its broker was frozen in the middle. */
    boolean onOwnStack() {
        return readySeconds != null;
    }

    /** @param readySeconds null of a system that ran before */
    static DemoFigures of(
            Performance performance, Synced synced, @Nullable Double readySeconds, Map<String, Long> pssMiB) {
        Books books = performance.books();
        Tally client = books.client();
        Stored database = books.database();
        Harm harm = performance.harm().found();
        return new DemoFigures(
                client.letters(),
                client.answered202(),
                client.refusedAltogether(),
                client.resent(),
                database.records(),
                database.rejections(),
                books.duplicates(),
                database.quarantined(),
                harm.byGrade(),
                harm.bySource(),
                harm.alerts().delivered(),
                synced.seen().connectionsMost(),
                Latencies.of(performance, readySeconds != null),
                readySeconds,
                pssMiB,
                performance.dataCheckState(),
                books.conflicts(),
                client.unknown(),
                books.unannounced(),
                books.logged(),
                books.balanced(),
                harm.byUrgency(),
                Verdicts.alarming(performance.ledger()).count(),
                books.harm().overlooked(),
                harm.mails(),
                synced.seen().startsMostInASecond(),
                synced.seen().violations(),
                synced.figures());
    }
}
