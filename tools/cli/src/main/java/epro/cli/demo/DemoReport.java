package epro.cli.demo;

import epro.cli.demo.trials.Synced;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells a stranger what happened, each figure under the source that it was read from. */
final class DemoReport {

    private final List<String> lines = new ArrayList<>();

    private DemoReport() {}

    static String of(DemoFigures figures, Performance performance, Duration played) {
        DemoReport report = new DemoReport();
        report.title("A lively hour of made-up patients, played in %d s after a warm-up that is not counted"
                .formatted(played.toSeconds()));
        report.answers(performance.books().client());
        report.database(performance.books());
        report.log(performance.books());
        report.harm(figures, performance.harm());
        report.trials(figures);
        report.speed(figures);
        report.verdicts(performance);
        return String.join("\n", report.lines) + "\n";
    }

    private void answers(Tally client) {
        title("What the client was answered (every answer that it kept)");
        figure(client.letters(), "submissions, each sent until it was answered for good");
        figure(client.answered202(), "answered 202: on disk at the broker");
        figure(
                client.sharing(),
                "of these with the place of an equal one that came before: no second record in the log");
        figure(client.refusedAltogether(), "refused, nothing left behind" + parts(client.refused()));
        figure(client.unknown(), "sent and not answered in time; sent again under the same id");
        figure(client.resent(), "sent again");
        if (!client.denied().isEmpty()) {
            lines.add("          denied for good" + parts(client.denied()));
        }
    }

    private void database(Books books) {
        Stored database = books.database();
        title("What became of them (SQL, read-only login)");
        figure(database.records(), "CRF records");
        figure(database.rejected(), "rejections" + parts(database.rejections()));
        figure(
                books.duplicates(),
                "duplicates: same id, same content, no second record; %d of them intake knew itself"
                        .formatted(books.client().sharing()));
        figure(
                books.conflicts(),
                "conflicts: same id, other content; %d of them intake refused, the others are kept beside the first"
                        .formatted(books.client().conflicting()));
        figure(database.quarantined(), "unreadable, in quarantine");
        figure(database.entries(), "audit entries, one a record of the log");
    }

    private void log(Books books) {
        title("What stands in the log (end offsets, this run's share)");
        figure(books.logged(), "in epro.submissions.v1");
        figure(
                books.unannounced(),
                "of these without a 202: their answer never came, or the producer repeated itself (%d)"
                        .formatted(books.database().copies()));
        figure(books.outcomes(), "in epro.submission-outcomes.v1");
    }

    private void harm(DemoFigures figures, Performance.Aftermath harm) {
        title("What was suspected, and who heard of it (SQL; the stream of an open inbox; the mail server)");
        figure(
                harm.found().suspected().size(),
                "suspected adverse events, by grade: " + listed(figures.adverseEvents()));
        lines.add("          by urgency: %s; found by: %s"
                .formatted(listed(figures.byUrgency()), listed(figures.bySource())));
        figure(figures.alarming(), "submissions with something planted in them that nobody may overlook");
        figure(figures.overlooked(), "of these in which nothing was found");
        figure(harm.found().alerts().inApp(), "alerts in an inbox; deliveries: " + listed(figures.alerts()));
        figure(harm.shown().size(), "came up on the open screen; %d changes came up twice".formatted(harm.repeated()));
        figure(
                figures.mails().received(),
                "mails, of which %d repeated".formatted(figures.mails().repeated()));
    }

    private void trials(DemoFigures figures) {
        Synced.Figures trials = figures.trials();
        title("What was synced beside them (nmpa-sync's word; the register's own word and count)");
        figure(
                trials.total(),
                String.format(
                        Locale.ROOT, "trials in a run that ended %s after %.1f s", trials.state(), trials.seconds()));
        figure(
                trials.wrong(),
                "of these whose stored status is not the register's; %d changed twice".formatted(trials.twice()));
        figure(figures.connectionsMost(), "connections at once, at most, that the regulator saw (it allows 10)");
        figure(figures.startsMostInASecond(), "starts within any second, at most, that it saw (it allows 10)");
        figure(figures.violations().size(), "violations of its quota");
    }

    private void speed(DemoFigures figures) {
        DemoFigures.Latencies times = figures.latencyMs();
        title("How fast (by the clock of the client and the stored_at of the database)");
        String middle = figures.onOwnStack() ? "the frozen broker and the burst included" : "the burst included";
        if (figures.onOwnStack()) {
            time("answered", times.answeredBeforeFreeze(), "from sending to 202, before the broker froze");
        }
        time("answered", times.answered(), "from sending to 202, " + middle);
        time("refused", times.refused(), "from sending to 503");
        time("stored", times.stored(), "from sending to stored, " + middle);
        time("detected", times.detected(), "from sending to the first finding");
        time("shown", times.notified(), "from sending to the coordinator's open screen");
        lines.add(
                figures.readySeconds() == null
                        ? "  It ran before: its start was not timed, its broker not frozen, its memory not read."
                        : String.format(Locale.ROOT, "  ready     %.1f s after its start", figures.readySeconds()));
        if (figures.onOwnStack()) {
            lines.add("  memory    " + listed(figures.pssMiB()) + "  (MiB, proportional set size)");
        }
    }

    private void time(String what, @Nullable Percentiles times, String meaning) {
        String figures = times == null
                ? "unknown"
                : String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", times.p50(), times.p99());
        lines.add("  %-8s  %s  %s".formatted(what, figures, meaning));
    }

    private void verdicts(Performance performance) {
        title("Do the books balance?");
        performance
                .books()
                .lines()
                .forEach(line -> lines.add("  %s  %s: %,d | %,d"
                        .formatted(line.balanced() ? "yes" : "NO ", line.statement(), line.left(), line.right())));
        JsonNode findings = performance.dataCheck().path("findings");
        lines.add("  %s  data check: %s".formatted(performance.clean() ? "yes" : "NO ", performance.dataCheckState()));
        findings.valueStream().limit(10).forEach(finding -> lines.add("       " + finding));
    }

    private void title(String title) {
        lines.add((lines.isEmpty() ? "" : "\n") + title);
    }

    private void figure(long number, String meaning) {
        lines.add(String.format(Locale.ROOT, "  %,8d  %s", number, meaning));
    }

    private static String parts(Map<String, Long> parts) {
        return parts.isEmpty() ? "" : ": " + listed(parts);
    }

    private static String listed(Map<String, Long> parts) {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", "));
    }
}
