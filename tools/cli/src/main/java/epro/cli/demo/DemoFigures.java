package epro.cli.demo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code demo.json} holds, in its order; null is what can't be known yet. */
record DemoFigures(
        long submitted,
        long answered202,
        long refused,
        long resent,
        long records,
        Map<String, Long> rejections,
        long duplicates,
        long quarantined,
        @Nullable Map<String, Long> adverseEvents,
        @Nullable Map<String, Long> bySource,
        @Nullable Map<String, Long> alerts,
        @Nullable Long connectionsMost,
        Latencies latencyMs,
        double readySeconds,
        Map<String, Long> pssMiB,
        String dataCheck,
        long conflicts,
        long unknownAnswers,
        long unannouncedRecords,
        long endOffsets,
        boolean booksBalance) {

    record Latencies(
            @Nullable Percentiles answered,
            @Nullable Percentiles stored,
            @Nullable Percentiles detected,
            @Nullable Percentiles notified,
            @Nullable Percentiles answeredBeforeFreeze) {}

    static DemoFigures of(Performance performance, double readySeconds, Map<String, Long> pssMiB) {
        Books books = performance.books();
        Tally client = books.client();
        Stored database = books.database();
        return new DemoFigures(
                client.letters(),
                client.answered202(),
                client.refusedAltogether(),
                client.resent(),
                database.records(),
                database.rejections(),
                database.duplicates(),
                database.quarantined(),
                null,
                null,
                null,
                null,
                new Latencies(
                        Percentiles.of(performance.answered()),
                        Percentiles.of(performance.stored()),
                        null,
                        null,
                        Percentiles.of(performance.answeredBefore(Demo.FREEZE_AT))),
                readySeconds,
                pssMiB,
                performance.dataCheckState(),
                database.conflicts(),
                client.unknown(),
                books.unannounced(),
                books.logged(),
                books.balanced());
    }
}
