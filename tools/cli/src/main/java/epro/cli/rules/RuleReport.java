package epro.cli.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures for people to read. */
final class RuleReport {

    private static final int SHOWN = 20;

    private RuleReport() {}

    static String of(RuleFigures figures) {
        List<String> lines = new ArrayList<>();
        lines.add("%-26s %6s  %9s  %6s".formatted("", "n", "precision", "recall"));
        lines.add(line("all", figures.n(), figures.precision(), figures.recall()));
        figures.slices().forEach((name, slice) -> lines.add(line(name, slice.n(), slice.precision(), slice.recall())));
        lines.add("F1 %s, area under the ROC curve %s".formatted(number(figures.f1()), number(figures.aucRoc())));
        lines.add("");
        lines.add(
                figures.worst().isEmpty()
                        ? "None was judged wrongly."
                        : "Judged wrongly: " + figures.worst().size());
        figures.worst().stream()
                .limit(SHOWN)
                .forEach(wrong -> lines.add("  %s  %s  %s"
                        .formatted(
                                wrong.found() ? "false alarm" : "missed     ",
                                wrong.concept() == null ? "any" : wrong.concept(),
                                wrong.text())));
        if (figures.worst().size() > SHOWN) {
            lines.add(
                    "  and %d more: --json lists them".formatted(figures.worst().size() - SHOWN));
        }
        return String.join("\n", lines);
    }

    private static String line(String name, int n, @Nullable Double precision, @Nullable Double recall) {
        return "%-26s %6d  %9s  %6s".formatted(name, n, number(precision), number(recall));
    }

    private static String number(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.3f", share);
    }
}
