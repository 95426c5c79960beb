package epro.processing.form.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published forms in the database: added to, never changed. */
@Component
class FormTable {
    private static final String SELECT = """
            SELECT sequence, id, version, source #>> '{title}' AS title, content_hash, published_at, published_by, source::text
            FROM form""";

    private final JdbcClient jdbc;

    FormTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was added; false if one stands under its name. */
    boolean add(FormSummary form, String source) {
        return jdbc.sql("""
                        INSERT INTO form (id, version, source, content_hash, published_at, published_by)
                        VALUES (?, ?, ?::json, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .params(
                                form.formId(),
                                form.version(),
                                source,
                                form.contentHash(),
                                form.publishedAt().atOffset(ZoneOffset.UTC),
                                form.publishedBy())
                        .update()
                == 1;
    }

    Optional<StoredForm> find(String id, String version) {
        return jdbc.sql(SELECT + " WHERE id = ? AND version = ?")
                .params(id, version)
                .query(FormTable::form)
                .optional();
    }

    /** @param id null: of every form */
    FormPage page(@Nullable String id, FormPage.Request request) {
        List<StoredForm> found = jdbc.sql(SELECT + "\n" + """
                        WHERE sequence > :after AND (:id::text IS NULL OR id = :id) ORDER BY sequence LIMIT :limit""")
                .param("after", request.after())
                .param("id", id)
                .param("limit", request.limit() + 1)
                .query(FormTable::form)
                .list();
        boolean more = found.size() > request.limit();
        List<StoredForm> shown = more ? found.subList(0, request.limit()) : found;
        return new FormPage(
                shown.stream().map(StoredForm::summary).toList(),
                more ? Long.toString(shown.getLast().sequence()) : null);
    }

    /** What was published after the given sequence, in order. */
    List<StoredForm> after(long sequence) {
        return jdbc.sql(SELECT + " WHERE sequence > ? ORDER BY sequence")
                .param(sequence)
                .query(FormTable::form)
                .list();
    }

    private static StoredForm form(ResultSet row, int number) throws SQLException {
        FormSummary summary = new FormSummary(
                row.getString("id"),
                row.getString("version"),
                row.getString("title"),
                row.getString("content_hash"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("published_by"));
        return new StoredForm(row.getLong("sequence"), summary, row.getString("source"));
    }
}
