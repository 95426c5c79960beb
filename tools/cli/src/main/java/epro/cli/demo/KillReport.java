package epro.cli.demo;

import java.util.Locale;
import java.util.stream.Collectors;

/** The killed processes as a table. */
final class KillReport {

    private static final String ROW = "%-11s %8s %9s %9s %9s %7s %6s %6s %15s %15s %9s %13s  %-10s %s";

    private KillReport() {}

    static String of(KillFigures figures) {
        String head = ROW.formatted(
                "SIGKILL to",
                "back in",
                "answers",
                "refused",
                "resent",
                "stored",
                "lost",
                "twice",
                "suspected AEs",
                "in-app alerts",
                "mails",
                "trials",
                "data check",
                "books");
        return figures.runs().stream().map(KillReport::row).collect(Collectors.joining("\n", head + "\n", "\n\n"))
                + "answers: 202, by the client's own count; stored: distinct records behind them that have their audit entry, lost:\n"
                + "submissions so answered that the database does not have (SQL); twice: submissions made more than once (SQL); suspected\n"
                + "AEs and in-app alerts: how many / lost / twice (SQL, and the stream of an open inbox); mails: how many / repeated;\n"
                + "trials: synced meanwhile / whose status is not the register's / changed twice.\n";
    }

    private static String row(KillFigures.Run run) {
        return ROW.formatted(
                run.process(),
                String.format(Locale.ROOT, "%.1f s", run.backAfterSeconds()),
                run.accepted(),
                run.refused(),
                run.resent(),
                run.stored(),
                run.lost(),
                run.twice(),
                counted(run.adverseEvents()),
                counted(run.inApp()),
                run.mails().received() + "/" + run.mails().repeated(),
                counted(run.trials()),
                run.dataCheck(),
                run.booksBalance() ? "balance" : "DO NOT BALANCE");
    }

    private static String counted(KillFigures.LostAndTwice figures) {
        return "%d / %d / %d".formatted(figures.count(), figures.lost(), figures.twice());
    }
}
