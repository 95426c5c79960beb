package epro.processing.suspicion;

import epro.processing.harm.SuspectedEvent;
import epro.processing.harm.Term;
import epro.processing.harm.Urgency;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The present state of suspected adverse events: the highest revision of each. */
final class KnownEvents {
    private static final String LATEST = """
            SELECT DISTINCT ON (ae_id) ae_id, revision, term, grade, grade_at_least, levels, urgency, plan_version, findings
            FROM adverse_event WHERE ae_id = ANY (?) ORDER BY ae_id, revision DESC""";

    /** What is known of one. */
    record Known(SuspectedEvent event, int revision) {}

    private final Map<UUID, Known> byId = new HashMap<>();

    private KnownEvents() {}

    static KnownEvents read(Connection connection, Collection<UUID> ids) throws SQLException {
        KnownEvents known = new KnownEvents();
        if (ids.isEmpty()) {
            return known;
        }
        try (PreparedStatement select = connection.prepareStatement(LATEST)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.remember(event(row), row.getInt("revision"));
                }
            }
        }
        return known;
    }

    Optional<Known> find(UUID aeId) {
        return Optional.ofNullable(byId.get(aeId));
    }

    void remember(SuspectedEvent event, int revision) {
        byId.put(event.aeId(), new Known(event, revision));
    }

    private static SuspectedEvent event(ResultSet row) throws SQLException {
        Term term = EventJson.readTerm(row.getString("term"));
        return new SuspectedEvent(
                row.getObject("ae_id", UUID.class),
                term,
                row.getObject("grade", Integer.class),
                row.getObject("grade_at_least", Integer.class),
                EventJson.readLevels(row.getString("levels")),
                Urgency.valueOf(row.getString("urgency")),
                row.getString("plan_version"),
                EventJson.readFindings(row.getString("findings"), term));
    }
}
