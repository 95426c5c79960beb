package epro.processing.suspicion;

import epro.processing.harm.PreviousLevels;
import epro.processing.harm.SymptomLevel;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The levels that patients chose before, as the database has them and as this batch has added to them. Used under the
 * lane's lock, so that nobody else adds to these patients' history meanwhile.
 */
final class LevelHistory {
    private static final String BEFORE = """
            SELECT asked.report, asked.item, found.level, found.ordered_at
            FROM unnest(?::int[], ?::uuid[], ?::uuid[], ?::timestamptz[], ?::text[])
                AS asked(report, patient_key, submission_key, ordered_at, item),
            LATERAL (
                (SELECT level, ordered_at FROM symptom_level s
                WHERE s.patient_key = asked.patient_key AND s.item = asked.item AND s.ordered_at <= asked.ordered_at
                    AND s.submission_key <> asked.submission_key
                ORDER BY ordered_at DESC LIMIT 1)
                UNION ALL
                (SELECT level, ordered_at FROM symptom_level s
                WHERE s.patient_key = asked.patient_key AND s.item = asked.item AND s.ordered_at <= asked.ordered_at
                    AND s.submission_key <> asked.submission_key
                ORDER BY ordered_at LIMIT 1)) found""";
    private static final String INSERT = """
            INSERT INTO symptom_level (submission_key, item, path, patient_key, level, ordered_at)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::smallint[], ?::timestamptz[])
            ON CONFLICT DO NOTHING""";

    private record Answered(int level, Instant at) {}

    private record Place(UUID patientKey, String item) {}

    private record Row(Report report, SymptomLevel level) {}

    private final Connection connection;
    private final Map<Report, Map<String, List<Answered>>> stored = new HashMap<>();
    private final Map<Place, List<Answered>> added = new HashMap<>();
    private final List<Row> unsaved = new ArrayList<>();

    private LevelHistory(Connection connection) {
        this.connection = connection;
    }

    /** What is known of the items that the reports answer, read once for all of them. */
    static LevelHistory before(Connection connection, List<Report> reports) throws SQLException {
        LevelHistory history = new LevelHistory(connection);
        if (reports.stream().anyMatch(report -> !report.harm().levels().isEmpty())) {
            history.read(reports);
        }
        return history;
    }

    /** What the patient of the report had answered before it, the batch's earlier reports included. */
    PreviousLevels before(Report report) {
        return new PreviousLevels() {
            @Override
            public Optional<Integer> previous(String item) {
                return answers(report, item)
                        .max(Comparator.comparing(Answered::at))
                        .map(Answered::level);
            }

            @Override
            public Optional<Integer> baseline(String item) {
                return answers(report, item)
                        .min(Comparator.comparing(Answered::at))
                        .map(Answered::level);
            }
        };
    }

    /** The report's levels are history for what comes after it; in the database once they are saved. */
    void add(Report report) {
        for (SymptomLevel level : report.harm().levels()) {
            added.computeIfAbsent(new Place(report.subject().patientKey(), level.item()), _ -> new ArrayList<>())
                    .add(new Answered(level.level(), report.orderedAt()));
        }
        highest(report).forEach(level -> unsaved.add(new Row(report, level)));
    }

    private Stream<Answered> answers(Report report, String item) {
        List<Answered> known = stored.getOrDefault(report, Map.of()).getOrDefault(item, List.of());
        Instant at = report.orderedAt();
        return Stream.concat(
                known.stream(),
                added.getOrDefault(new Place(report.subject().patientKey(), item), List.of()).stream()
                        .filter(answered -> !answered.at().isAfter(at)));
    }

    private void read(List<Report> reports) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        List<String> items = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            int number = i;
            reports.get(i).harm().levels().stream()
                    .map(SymptomLevel::item)
                    .distinct()
                    .forEach(item -> {
                        numbers.add(number);
                        items.add(item);
                    });
        }
        List<Report> asked = numbers.stream().map(reports::get).toList();
        try (PreparedStatement select = connection.prepareStatement(BEFORE)) {
            select.setArray(1, connection.createArrayOf("int4", numbers.toArray(Integer[]::new)));
            select.setArray(2, array("uuid", asked.stream().map(r -> r.subject().patientKey())));
            select.setArray(3, array("uuid", asked.stream().map(r -> r.subject().submissionKey())));
            select.setArray(
                    4,
                    array("timestamptz", asked.stream().map(r -> r.orderedAt().toString())));
            select.setArray(5, connection.createArrayOf("text", items.toArray(String[]::new)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stored.computeIfAbsent(reports.get(row.getInt(1)), _ -> new HashMap<>())
                            .computeIfAbsent(row.getString(2), _ -> new ArrayList<>())
                            .add(new Answered(
                                    row.getInt(3),
                                    row.getObject(4, OffsetDateTime.class).toInstant()));
                }
            }
        }
    }

    private Array array(String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    /** One level for each item, however often it was answered. */
    private static Collection<SymptomLevel> highest(Report report) {
        Map<String, SymptomLevel> byItem = new LinkedHashMap<>();
        for (SymptomLevel level : report.harm().levels()) {
            byItem.merge(level.item(), level, (one, other) -> one.level() >= other.level() ? one : other);
        }
        return byItem.values();
    }

    /** Writes all that was added, by one statement. */
    void save() throws SQLException {
        if (unsaved.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, column("uuid", row -> row.report().subject().submissionKey()));
            insert.setArray(2, column("text", row -> row.level().item()));
            insert.setArray(3, column("text", row -> row.level().path()));
            insert.setArray(4, column("uuid", row -> row.report().subject().patientKey()));
            insert.setArray(5, column("int2", row -> row.level().level()));
            insert.setArray(
                    6, column("timestamptz", row -> row.report().orderedAt().toString()));
            insert.executeUpdate();
        }
        unsaved.clear();
    }

    private Array column(String type, Function<Row, Object> value) throws SQLException {
        return array(type, unsaved.stream().map(value));
    }
}
