package epro.processing.suspicion;

import epro.processing.harm.PreviousLevels;
import epro.processing.harm.SymptomLevel;
import epro.processing.proof.TextArrays;
import epro.processing.suspicion.StoredLevels.Answered;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The levels that patients chose before, as the database has them and as this batch has added to them. Used under the
 * lane's lock, so that nobody else adds to these patients' history meanwhile.
 */
final class LevelHistory {
    private static final String INSERT = """
            INSERT INTO symptom_report (submission_key, revision, patient_key, ordered_at, levels)
            SELECT * FROM unnest(?::uuid[], ?::int[], ?::uuid[], ?::timestamptz[], ?::jsonb[])""";

    /** A report of this batch, with one level for each item, however often it was answered. */
    private record Added(Report report, Map<String, Integer> levels) {
        static Added of(Report report) {
            Map<String, Integer> levels = new LinkedHashMap<>();
            for (SymptomLevel level : report.harm().levels()) {
                levels.merge(level.item(), level.level(), Math::max);
            }
            return new Added(report, levels);
        }

        Stream<Answered> answer(String item) {
            Integer level = levels.get(item);
            return level == null ? Stream.empty() : Stream.of(new Answered(level, report.orderedAt()));
        }
    }

    private final StoredLevels stored;
    private final Map<UUID, List<Added>> added = new HashMap<>();
    private final List<Added> unsaved = new ArrayList<>();

    private LevelHistory(StoredLevels stored) {
        this.stored = stored;
    }

    /** What is known of the items whose past can make a finding in the reports, read for all of them together. */
    static LevelHistory before(Connection connection, List<Report> reports) throws SQLException {
        return new LevelHistory(StoredLevels.before(connection, reports));
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
        Added one = Added.of(report);
        if (!one.levels().isEmpty()) {
            added.computeIfAbsent(report.subject().patientKey(), _ -> new ArrayList<>())
                    .add(one);
            unsaved.add(one);
        }
    }

    private Stream<Answered> answers(Report report, String item) {
        return Stream.concat(
                stored.of(report, item).stream(),
                added.getOrDefault(report.subject().patientKey(), List.of()).stream()
                        .flatMap(earlier -> earlier.answer(item))
                        .filter(answered -> !answered.at().isAfter(report.orderedAt())));
    }

    /** Writes all that was added, by one statement. */
    void save(Connection connection) throws SQLException {
        if (unsaved.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            TextArrays<Added> arrays = new TextArrays<>(insert, unsaved);
            arrays.set(1, one -> one.report().subject().submissionKey());
            arrays.set(2, one -> one.report().revision());
            arrays.set(3, one -> one.report().subject().patientKey());
            arrays.set(4, one -> one.report().orderedAt());
            arrays.set(5, one -> EventJson.levels(one.levels()));
            insert.executeUpdate();
        }
        unsaved.clear();
    }
}
