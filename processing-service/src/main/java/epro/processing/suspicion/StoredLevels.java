package epro.processing.suspicion;

import epro.processing.proof.TextArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What patients answered before a report, as the database has it: of each item the last and the first answer. */
final class StoredLevels {
    private static final String ASKED = """
            unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::text[]) WITH ORDINALITY
                AS asked(patient_key, submission_key, ordered_at, item, place),
            """;
    private static final String IN_ORDER = """
            FROM symptom_report s
            WHERE s.patient_key = asked.patient_key AND s.ordered_at <= asked.ordered_at
                AND s.submission_key <> asked.submission_key %s ORDER BY ordered_at %s, revision DESC LIMIT 1
            """;

    /** All that the last and the first report say: a step into an index each, however long a patient's history is. */
    private static final String LAST_AND_FIRST =
            """
            SELECT asked.place, level.key, level.value::int, found.ordered_at
            FROM %s LATERAL ((SELECT levels, ordered_at %s) UNION ALL (SELECT levels, ordered_at %s)) found,
            LATERAL jsonb_each_text(found.levels) level""".formatted(ASKED, IN_ORDER.formatted("", "DESC"), IN_ORDER.formatted("", "ASC"));

    /** Of an item that not every report answers: goes through the patient's history. */
    private static final String LAST_AND_FIRST_OF_ITEM = """
            SELECT asked.place, asked.item, found.level, found.ordered_at
            FROM %s LATERAL ((SELECT (levels ->> asked.item)::int AS level, ordered_at %s)
                UNION ALL (SELECT (levels ->> asked.item)::int, ordered_at %s)) found""".formatted(
                    ASKED,
                    IN_ORDER.formatted("AND s.levels ?? asked.item", "DESC"),
                    IN_ORDER.formatted("AND s.levels ?? asked.item", "ASC"));

    private final Connection connection;
    private final Map<Report, Map<String, List<Answered>>> answers = new HashMap<>();

    private StoredLevels(Connection connection) {
        this.connection = connection;
    }

    /** The level that was chosen at some time. */
    record Answered(int level, Instant at) {}

    private record Asked(Report report, String item) {}

    /** What is known of the items whose past can make a finding in the reports, read for all of them together. */
    static StoredLevels before(Connection connection, List<Report> reports) throws SQLException {
        StoredLevels levels = new StoredLevels(connection);
        levels.read(
                LAST_AND_FIRST,
                reports.stream()
                        .filter(report -> !report.harm().itemsWithPast().isEmpty())
                        .map(report -> new Asked(report, ""))
                        .toList());
        levels.read(LAST_AND_FIRST_OF_ITEM, levels.takeIncomplete());
        return levels;
    }

    /** None, one, or the last and the first. */
    List<Answered> of(Report report, String item) {
        return answers.getOrDefault(report, Map.of()).getOrDefault(item, List.of());
    }

    /** Whoever has a past at all may have answered an item in between. */
    private List<Asked> takeIncomplete() {
        List<Asked> incomplete = new ArrayList<>();
        answers.forEach((report, known) -> {
            for (String item : report.harm().itemsWithPast()) {
                if (known.getOrDefault(item, List.of()).size() < 2) {
                    known.remove(item);
                    incomplete.add(new Asked(report, item));
                }
            }
        });
        return incomplete;
    }

    private void read(String sql, List<Asked> asked) throws SQLException {
        if (asked.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            TextArrays<Asked> arrays = new TextArrays<>(select, asked);
            arrays.set(1, one -> one.report().subject().patientKey());
            arrays.set(2, one -> one.report().subject().submissionKey());
            arrays.set(3, one -> one.report().orderedAt());
            arrays.set(4, Asked::item);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    answers.computeIfAbsent(asked.get(row.getInt(1) - 1).report(), _ -> new HashMap<>())
                            .computeIfAbsent(row.getString(2), _ -> new ArrayList<>())
                            .add(new Answered(
                                    row.getInt(3),
                                    row.getObject(4, OffsetDateTime.class).toInstant()));
                }
            }
        }
    }
}
