package epro.nmpa.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a line of comma-separated values apart (RFC 4180). */
final class CsvRow {
    private final String line;
    private final List<String> values = new ArrayList<>();
    private int at;

    private CsvRow(String line) {
        this.line = line;
    }

    /** Its values; empty if a quote is not closed in this line, or something follows a closed one. */
    static Optional<List<String>> of(String line) {
        CsvRow row = new CsvRow(line);
        boolean more = true;
        while (more) {
            if (!row.takeValue()) {
                return Optional.empty();
            }
            more = row.at < line.length();
            row.at++;
        }
        if (line.endsWith(",")) {
            row.values.add("");
        }
        return Optional.of(row.values);
    }

    private boolean takeValue() {
        if (at < line.length() && line.charAt(at) == '"') {
            return takeQuoted();
        }
        int end = line.indexOf(',', at);
        end = end < 0 ? line.length() : end;
        values.add(line.substring(at, end));
        at = end;
        return true;
    }

    private boolean takeQuoted() {
        StringBuilder value = new StringBuilder();
        for (at++; at < line.length(); at++) {
            boolean quote = line.charAt(at) == '"';
            boolean doubled = quote && at + 1 < line.length() && line.charAt(at + 1) == '"';
            if (quote && !doubled) {
                at++;
                values.add(value.toString());
                return at == line.length() || line.charAt(at) == ',';
            }
            at += doubled ? 1 : 0;
            value.append(line.charAt(at));
        }
        return false;
    }
}
