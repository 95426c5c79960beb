package epro.notification;

import epro.notification.contact.ContactRole;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests ask of the database, in their own words. */
public final class Told {

    private Told() {}

    /** Channel, contact and occasion of each delivery of an alert, in order. */
    public static List<String> of(SentReport report) {
        return strings(
                "SELECT concat_ws(' ', channel, contact_id, occasion) FROM delivery WHERE alert_id = ? ORDER BY created_at, channel, contact_id",
                report.alertId());
    }

    public static List<String> timeline(SentReport report) {
        return strings("SELECT action FROM alert_change WHERE alert_id = ? ORDER BY number", report.alertId());
    }

    /** The actions in the audit trail, oldest first. */
    public static List<String> audited(SentReport report) {
        return strings(
                "SELECT action FROM audit_entry WHERE lane = 'alerts' AND entity = ?::text ORDER BY sequence",
                report.alertId());
    }

    /** States of its deliveries by e-mail. */
    public static List<String> mails(SentReport report) {
        return strings(
                "SELECT state FROM delivery WHERE channel = 'email' AND alert_id = ? ORDER BY created_at, contact_id",
                report.alertId());
    }

    /** A contact at every site of a study, whose id also is the name of its mail box. */
    public static String contact(String studyId, ContactRole role) {
        String id = "contact-" + UUID.randomUUID();
        insert(id, studyId, role, address(id));
        return id;
    }

    /** Somebody who can only be told in the inbox. */
    public static String contactWithoutAddress(String studyId, ContactRole role) {
        String id = "contact-" + UUID.randomUUID();
        insert(id, studyId, role, null);
        return id;
    }

    private static void insert(String id, String studyId, ContactRole role, @Nullable String address) {
        RunningNotification.superuser()
                .sql("""
                        INSERT INTO contact (contact_id, study_id, site_id, role, name, language, email, active, changed_at)
                        VALUES (?, ?, '*', ?, 'Somebody', 'en', ?, true, now())""")
                .params(id, studyId, role.name())
                .param(address)
                .update();
    }

    public static String address(String contactId) {
        return contactId + "@site.test";
    }

    private static List<String> strings(String sql, UUID alertId) {
        JdbcClient client = RunningNotification.superuser();
        return client.sql(sql)
                .param(alertId)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
