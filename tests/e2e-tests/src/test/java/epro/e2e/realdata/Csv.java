package epro.e2e.realdata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Comma-separated values after RFC 4180: quoted fields, doubled quotes, a header line that names the columns. */
final class Csv {

    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    static List<Map<String, String>> read(String text) {
        Csv csv = new Csv(text);
        List<String> header = csv.line();
        List<Map<String, String>> rows = new ArrayList<>();
        while (csv.at < text.length()) {
            rows.add(named(header, csv.line()));
        }
        return rows;
    }

    private static Map<String, String> named(List<String> header, List<String> fields) {
        if (fields.size() != header.size()) {
            throw new IllegalArgumentException(
                    "a line has %d fields, the header %d".formatted(fields.size(), header.size()));
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            row.put(header.get(i), fields.get(i));
        }
        return row;
    }

    private List<String> line() {
        List<String> fields = new ArrayList<>();
        do {
            fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
        } while (next() == ',');
        return fields;
    }

    private String plain() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        at++;
        while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
            field.append(text.charAt(at));
            at += text.charAt(at) == '"' ? 2 : 1;
        }
        at++;
        return field.toString();
    }

    private char next() {
        if (text.startsWith("\r\n", at)) {
            at++;
        }
        return at < text.length() ? text.charAt(at++) : '\n';
    }
}
