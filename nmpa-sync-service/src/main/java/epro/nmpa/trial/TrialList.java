package epro.nmpa.trial;

import epro.schemas.json.InvalidJson;
import epro.schemas.json.JsonValue;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import tools.jackson.core.JacksonException;

/** Reads lists of registration numbers line by line; blank lines are skipped, repetitions count once. */
final class TrialList {
    private static final String MEMBER = "registrationNumber";
    private static final Set<String> COLUMNS = Set.of(MEMBER, "registration_number", "registration_no");

    private final BoundedLines lines;
    private final SequencedSet<String> numbers = new LinkedHashSet<>();

    TrialList(BoundedLines lines) {
        this.lines = lines;
    }

    /** One JSON object a line, with the member {@code registrationNumber}. */
    SequencedSet<String> ndjson() throws IOException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().isBlank()) {
                add(member(line.get()));
            }
        }
        return numbers;
    }

    /** Comma-separated values; the first line names the columns. */
    SequencedSet<String> csv() throws IOException {
        List<String> header = row(lines.next().orElseThrow(BadLine::header));
        int column = 0;
        while (column < header.size() && !COLUMNS.contains(header.get(column).strip())) {
            column++;
        }
        if (column == header.size()) {
            throw BadLine.header();
        }
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().isBlank()) {
                List<String> row = row(line.get());
                add(row.size() > column ? row.get(column) : "");
            }
        }
        return numbers;
    }

    private List<String> row(String line) {
        return CsvRow.of(line).orElseThrow(() -> BadLine.malformed(lines.number()));
    }

    private String member(String line) {
        try {
            JsonValue value = StrictJson.read(line.getBytes(StandardCharsets.UTF_8), Limits.STANDARD);
            if (value instanceof JsonValue.Members(var members)
                    && members.get(MEMBER) instanceof JsonValue.Text(var number)) {
                return number;
            }
        } catch (InvalidJson | JacksonException _) {
            throw BadLine.malformed(lines.number());
        }
        throw BadLine.invalid(lines.number());
    }

    private void add(String number) {
        if (!RegistrationNumber.isOne(number.strip())) {
            throw BadLine.invalid(lines.number());
        }
        numbers.add(number.strip());
    }
}
