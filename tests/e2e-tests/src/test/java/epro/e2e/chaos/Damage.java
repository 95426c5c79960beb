package epro.e2e.chaos;

import java.util.List;

/**
 * Something that is planted in the tables, and what the judge has to say of it.
 *
 * @param sql statements; a submission's id after a colon stands for its key
 * @param violations what each begins with, as a regular expression: its invariant, subject and detail; in the order of the alphabet
 */
record Damage(String name, String sql, List<String> violations) {

    static Damage of(String name, String... statements) {
        return new Damage(name, String.join(";\n", statements), List.of());
    }

    Damage violates(String... expected) {
        return new Damage(name, sql, List.of(expected));
    }

    /** A row more, as one that is there but for what this object of JSON says. */
    static String copied(String table, String where, String differently) {
        return "INSERT INTO %1$s SELECT (jsonb_populate_record(r, %3$s)).* FROM %1$s r WHERE %2$s"
                .formatted(table, where, differently);
    }

    /**
     * An entry more at the end of the lane in which a submission has one, like that one. Its chain holds as far as SQL can tell: it has the
     * hash before it in its bytes.
     */
    static String appended(String action, String entity, String like) {
        return """
                INSERT INTO audit_entry
                    (lane, sequence, action, actor, entity, content_hash, recorded_at, detail, canonical, hash)
                SELECT said.lane, lane.sequence + 1, '%s', said.actor, '%s', said.content_hash, now(), said.detail,
                    last.hash || '\\x00', sha256(last.hash || '\\x00')
                FROM (SELECT * FROM audit_entry WHERE %s) said JOIN lane ON lane.name = said.lane
                    JOIN audit_entry last ON last.lane = lane.name AND last.sequence = lane.sequence;
                UPDATE lane SET sequence = sequence + 1 WHERE name = (SELECT lane FROM audit_entry WHERE recorded_at = now())""".formatted(action, entity, like);
    }

    @Override
    public String toString() {
        return name;
    }
}
