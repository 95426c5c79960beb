package epro.e2e.planted;

import java.util.List;
import java.util.stream.Collectors;

/** The table of planted bugs in a document, between two comments. */
final class FoundTable {

    private static final String BEGIN = "<!-- planted bugs: written by ./epro test -Pplanted-bugs -Depro.record -->\n";
    private static final String END = "<!-- end of planted bugs -->\n";

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

    /** What stands in the document. */
    static String in(String document) {
        return document.substring(from(document), to(document));
    }

    /** The document with this table in place of the one that stands there. */
    static String exchanged(String document, String table) {
        return document.substring(0, from(document)) + table + document.substring(to(document));
    }

    private static int from(String document) {
        return position(document, BEGIN) + BEGIN.length();
    }

    private static int to(String document) {
        return position(document, END);
    }

    private static int position(String document, String comment) {
        int at = document.indexOf(comment);
        if (at < 0) {
            throw new IllegalStateException("the document has no line " + comment);
        }
        return at;
    }
}
