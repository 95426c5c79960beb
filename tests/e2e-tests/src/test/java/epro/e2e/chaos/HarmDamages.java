package epro.e2e.chaos;

import static epro.e2e.chaos.Damage.appended;
import static epro.e2e.chaos.Damage.copied;

import java.util.stream.Stream;

/** What may be wrong with suspected adverse events, their alerts, and what the model was asked. */
final class HarmDamages {

    private static final String EVENT = "submission_key = ':heard' AND term ->> 'code' = 'chest-pain'";
    private static final String ALERT = "submission_key = ':heard' AND term_code = 'chest-pain'";
    private static final String ASSESSMENT = "submission_key = ':noted'";
    private static final String DECISION = "entity = ':noted' AND action = 'ASSESSED'";

    /** Neither unique nor reckoned from others any more, so that a row of it can be copied. */
    private static final String COPIES_ALLOWED = """
            ALTER TABLE notification.alert DROP CONSTRAINT alert_one_per_ae,
                ALTER COLUMN awaits_answer DROP EXPRESSION, ALTER COLUMN urgency_rank DROP EXPRESSION""";

    private HarmDamages() {}

    static Stream<Damage> all() {
        return Stream.concat(ofAlerts(), ofAssessments());
    }

    private static Stream<Damage> ofAlerts() {
        return Stream.of(
                Damage.of(
                                "a second alert",
                                COPIES_ALLOWED,
                                copied(
                                        "notification.alert",
                                        ALERT,
                                        "jsonb_build_object('alert_id', gen_random_uuid())"))
                        .violates("I8 heard: heard: its suspected adverse event \\S+ has 2 alerts, of revision 1"),
                Damage.of("no alert", "DELETE FROM notification.alert WHERE " + ALERT)
                        .violates("I8 heard: heard: its suspected adverse event \\S+ has 0 alerts, of revision 0"),
                Damage.of("an alert of an older revision", "UPDATE notification.alert SET revision = 0 WHERE " + ALERT)
                        .violates(
                                "I8 heard: heard: its suspected adverse event \\S+ has 1 alerts, of revision 0 where 1"),
                Damage.of(
                                "an alert of nothing suspected",
                                COPIES_ALLOWED,
                                copied(
                                        "notification.alert",
                                        ALERT,
                                        "jsonb_build_object('alert_id', gen_random_uuid(), 'ae_id', gen_random_uuid())"))
                        .violates("I8 heard: heard: the alert \\S+ is of no suspected adverse event"),
                Damage.of(
                                "a revision that was never published",
                                copied("adverse_event", EVENT, "'{\"revision\": 2}'"),
                                "UPDATE notification.alert SET revision = 2 WHERE " + ALERT)
                        .violates("I8 heard: revision 2 of the suspected adverse event \\S+ is not on the topic"),
                Damage.of("nothing suspected by rules", "UPDATE adverse_event SET sources = '[]' WHERE " + EVENT)
                        .violates("I8 heard: \\w{64} tells of chest-pain, of which no adverse event is suspected"));
    }

    private static Stream<Damage> ofAssessments() {
        return Stream.of(
                Damage.of(
                                "a second assessment of one content",
                                copied(
                                        "assessment",
                                        ASSESSMENT,
                                        "jsonb_build_object('assessment_id', gen_random_uuid(), 'version', 'other')"))
                        .violates(
                                "I8 noted: \\w{64} has words in it, and the model was asked of it 2 times",
                                "I8 noted: noted: its assessment \\S+ is DECIDED with 1 entries",
                                "I8 noted: noted: its assessment \\S+ is DECIDED with 1 entries"),
                Damage.of("no assessment", "DELETE FROM assessment WHERE " + ASSESSMENT)
                        .violates("I8 noted: \\w{64} has words in it, and the model was asked of it 0 times"),
                Damage.of("an assessment that waits", "UPDATE assessment SET state = 'PENDING' WHERE " + ASSESSMENT)
                        .violates("I8 noted: noted: its assessment \\S+ is PENDING with 1 entries"),
                Damage.of("no decision", "UPDATE audit_entry SET action = 'READ' WHERE " + DECISION)
                        .violates("I8 noted: noted: its assessment \\S+ is DECIDED with 0 entries"),
                Damage.of("two decisions", appended("ASSESSED", ":noted", DECISION))
                        .violates("I8 noted: noted: its assessment \\S+ is DECIDED with 2 entries"));
    }
}
