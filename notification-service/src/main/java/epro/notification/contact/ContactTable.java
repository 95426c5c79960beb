package epro.notification.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ContactTable {
    private static final String SELECT =
            "SELECT contact_id, study_id, site_id, role, name, language, email, active FROM contact ";

    private final JdbcClient jdbc;

    ContactTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Contact> activeAround(Collection<Place> places) {
        return jdbc.sql(SELECT + """
                        WHERE active AND (study_id, site_id) IN (SELECT * FROM unnest(:studies::text[], :sites::text[])
                            UNION SELECT study, '*' FROM unnest(:studies::text[]) AS study UNION VALUES ('*', '*'))
                        ORDER BY contact_id""")
                .param("studies", places.stream().map(Place::studyId).toArray(String[]::new))
                .param("sites", places.stream().map(Place::siteId).toArray(String[]::new))
                .query(ContactTable::contact)
                .list();
    }

    List<Contact> after(String contactId, int limit) {
        return jdbc.sql(SELECT + "WHERE contact_id > ? ORDER BY contact_id LIMIT ?")
                .params(contactId, limit)
                .query(ContactTable::contact)
                .list();
    }

    void put(Contact contact, Instant now) {
        jdbc.sql("""
                        INSERT INTO contact (contact_id, study_id, site_id, role, name, language, email, active, changed_at)
                        VALUES (:id, :study, :site, :role, :name, :language, :email, :active, :now)
                        ON CONFLICT (contact_id) DO UPDATE SET study_id = excluded.study_id, site_id = excluded.site_id,
                            role = excluded.role, name = excluded.name, language = excluded.language,
                            email = excluded.email, active = excluded.active, changed_at = excluded.changed_at""")
                .param("id", contact.contactId())
                .param("study", contact.studyId())
                .param("site", contact.siteId())
                .param("role", contact.role().name())
                .param("name", contact.name())
                .param("language", contact.language())
                .param("email", contact.email())
                .param("active", contact.active())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it was there. */
    boolean remove(String contactId) {
        return jdbc.sql("DELETE FROM contact WHERE contact_id = ?")
                        .param(contactId)
                        .update()
                == 1;
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getString("contact_id"),
                row.getString("study_id"),
                row.getString("site_id"),
                ContactRole.valueOf(row.getString("role")),
                row.getString("name"),
                row.getString("language"),
                row.getString("email"),
                row.getBoolean("active"));
    }
}
