package epro.e2e.planted;

import epro.cli.tables.MarkedPart;
import java.util.List;
import java.util.stream.Collectors;

/** The table of planted bugs in a document. */
final class FoundTable {

    /** Where it stands in its document. */
    static final MarkedPart PLACE = new MarkedPart("planted bugs", "./epro test -Pplanted-bugs -Depro.record");

    private FoundTable() {}

    static String of(List<Found> bugs) {
        return bugs.stream().map(FoundTable::row).collect(Collectors.joining("", """
                | planted bug | violated | scenario | run |
                |---|---|---|---|
                """, ""));
    }

    private static String row(Found bug) {
        return "| %s | %s | %s | %d |\n"
                .formatted(bug.what(), String.join(", ", bug.violations().keySet()), bug.scenario(), bug.runs());
    }
}
