package epro.e2e.planted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A unified diff. Its line numbers mean nothing: what it changes has to stand exactly once in the file.
 *
 * @param hunks by file
 */
record Patch(Map<String, List<Hunk>> hunks) {

    private static final String FILE = "--- ";
    private static final String HUNK = "@@";

    /** Lines that stand in the file, and what takes their place. */
    record Hunk(String before, String after) {

        private Hunk with(String line) {
            String text = (line.isEmpty() ? "" : line.substring(1)) + "\n";
            return new Hunk(line.startsWith("+") ? before : before + text, line.startsWith("-") ? after : after + text);
        }
    }

    static Patch of(List<String> lines) {
        Map<String, List<Hunk>> byFile = new LinkedHashMap<>();
        List<Hunk> hunks = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(FILE)) {
                hunks = byFile.computeIfAbsent(line.substring(FILE.length()), _ -> new ArrayList<>());
            } else if (line.startsWith(HUNK)) {
                hunks.add(new Hunk("", ""));
            } else {
                hunks.addLast(hunks.removeLast().with(line));
            }
        }
        return new Patch(byFile);
    }

    static boolean beginsAt(String line) {
        return line.startsWith(FILE);
    }

    Set<String> files() {
        return hunks.keySet();
    }

    /** The file's text, changed. */
    String applied(String file, String source) {
        String text = source;
        for (Hunk hunk : hunks.getOrDefault(file, List.of())) {
            int at = text.indexOf(hunk.before());
            if (at < 0 || text.indexOf(hunk.before(), at + 1) >= 0) {
                throw new IllegalStateException("the source has moved on: %s holds these lines %s:%n%s"
                        .formatted(file, at < 0 ? "no more" : "more than once", hunk.before()));
            }
            text = text.substring(0, at)
                    + hunk.after()
                    + text.substring(at + hunk.before().length());
        }
        return text;
    }
}
