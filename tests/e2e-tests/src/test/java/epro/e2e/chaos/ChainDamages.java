package epro.e2e.chaos;

import java.util.stream.Stream;

/** What may be wrong with chains, their checkpoints, and the order in which they stand. */
final class ChainDamages {

    private static final String FIRST = "lane = 'assessment' AND sequence = 1";
    private static final String LAST =
            "lane = 'assessment' AND sequence = (SELECT sequence FROM lane WHERE name = 'assessment')";

    private ChainDamages() {}

    static Stream<Damage> all() {
        return Stream.concat(ofLinks(), ofOrder());
    }

    private static Stream<Damage> ofLinks() {
        return Stream.of(
                Damage.of("another hash of an entry", "UPDATE audit_entry SET hash = sha256('x') WHERE " + FIRST)
                        .violates("I7 processing assessment 1: this link", "I7 processing assessment 2: this link"),
                Damage.of(
                                "other bytes of an entry",
                                "UPDATE audit_entry SET canonical = canonical || 'x' WHERE " + FIRST)
                        .violates("I7 processing assessment 1: this link"),
                Damage.of(
                                "an entry written anew",
                                "UPDATE audit_entry SET canonical = 'x', hash = sha256('x') WHERE " + FIRST)
                        .violates("I7 processing assessment 2: this link"),
                Damage.of(
                                "a gap",
                                "UPDATE audit_entry SET sequence = sequence + 1, recorded_at = now() WHERE " + LAST,
                                """
                                UPDATE lane SET sequence = sequence + 1 WHERE name = 'assessment'""")
                        .violates(
                                "I7 processing assessment \\d+: this link", "I7 processing assessment head: this link"),
                Damage.of("an end cut off", "UPDATE lane SET sequence = sequence + 1 WHERE name = 'assessment'")
                        .violates("I7 processing assessment head: this link"),
                Damage.of(
                                "an end cut off elsewhere",
                                "UPDATE notification.lane SET sequence = sequence + 1 WHERE name = 'alerts'")
                        .violates("I7 notification alerts head: this link"),
                Damage.of(
                                "entries that were never signed",
                                "UPDATE audit_entry SET recorded_at = recorded_at - interval '1 minute' WHERE lane = 'assessment'",
                                """
                                UPDATE audit_checkpoint SET heads = coalesce(
                                    (SELECT json_agg(head) FROM json_array_elements(heads) head
                                    WHERE head ->> 'lane' <> 'assessment'), '[]')""")
                        .violates("I7 processing assessment: has grown beyond the last checkpoint"));
    }

    private static Stream<Damage> ofOrder() {
        return Stream.of(Damage.of(
                        "a patient's order reversed",
                        "CREATE TEMP TABLE two ON COMMIT DROP AS SELECT entity, lane, sequence FROM audit_entry"
                                + " WHERE entity IN (':plain', ':noted') AND action = 'STORED'",
                        "UPDATE audit_entry e SET sequence = -two.sequence FROM two"
                                + " WHERE e.lane = two.lane AND e.sequence = two.sequence",
                        "UPDATE audit_entry e SET sequence = other.sequence FROM two, two other"
                                + " WHERE e.lane = two.lane AND e.sequence = -two.sequence AND other.entity <> two.entity")
                .violates(
                        "I10 Place\\S+ \\S+: took effect after offset",
                        "I7 processing \\S+ \\d+: this link",
                        "I7 processing \\S+ \\d+: this link",
                        "I7 processing \\S+ \\d+: this link"));
    }
}
