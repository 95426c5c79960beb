package epro.processing.datacheck;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What somebody with all rights may do to the database, and under which code it must be found. */
final class Tamperings {

    private Tamperings() {}

    static Stream<Arguments> all() {
        return Stream.of(ofRows(), ofAdverseEvents(), ofChains()).flatMap(group -> group);
    }

    private static Stream<Arguments> ofRows() {
        return Stream.of(
                found("entry-without-row", "DELETE FROM crf_record WHERE " + at("crf_record")),
                found("entry-without-row", "DELETE FROM rejection"),
                found("entry-without-row", "DELETE FROM conflict"),
                found("entry-without-row", "DELETE FROM quarantine"),
                found("entry-without-row", "DELETE FROM submission WHERE state = 'REJECTED'"),
                found("row-altered", "UPDATE crf_record SET answers = '{\"pain\":1}' WHERE " + at("crf_record")),
                found(
                        "row-altered",
                        "UPDATE crf_record SET stored_at = stored_at - interval '1 us' WHERE " + at("crf_record")),
                found(
                        "row-altered",
                        "UPDATE crf_record SET context = replace(context::text, '{\"', '{\"\\u0000\":0,\"')::json"),
                found("row-altered", "UPDATE crf_record SET row_hash = '00' WHERE " + at("crf_record")),
                found("row-altered", "UPDATE rejection SET reasons = '[]'"),
                found("row-altered", "UPDATE conflict SET content_hash = '00'"),
                found("row-altered", "UPDATE quarantine SET record_value = NULL"),
                found("row-altered", "UPDATE submission SET site_id = 'SITE-9' WHERE " + at("submission")),
                found("duplicate-differs", "UPDATE audit_entry SET action = 'DUPLICATE' WHERE action = 'CONFLICT'"),
                found("row-without-entry", "UPDATE submission SET state = 'STORED' WHERE state = 'REJECTED'"),
                found(
                        "row-without-entry",
                        "INSERT INTO quarantine SELECT 'elsewhere', partition, record_offset,"
                                + " record_key, record_value, headers, reason, stored_at, row_hash FROM quarantine"),
                found(
                        "row-without-entry",
                        "INSERT INTO crf_record SELECT submission_key, 7, form_id, form_version,"
                                + " content_hash, context, answers, cleaned, cleaning, issues, topic_id, partition,"
                                + " 1000000, received_at, stored_at + interval '1 us', row_hash FROM crf_record LIMIT 1"));
    }

    private static Stream<Arguments> ofAdverseEvents() {
        return Stream.of(
                found("entry-without-row", "DELETE FROM adverse_event WHERE " + at("adverse_event")),
                found("event-without-row", "DELETE FROM adverse_event WHERE " + at("adverse_event")),
                found("row-altered", "UPDATE adverse_event SET grade = 1 WHERE " + at("adverse_event")),
                found("row-altered", "UPDATE adverse_event SET urgency = 'ROUTINE'"),
                found("row-without-entry", "DELETE FROM audit_entry WHERE action = 'AE_DETECTED'"),
                found("event-missing", "UPDATE adverse_event SET revision = 2 WHERE " + at("adverse_event")));
    }

    private static Stream<Arguments> ofChains() {
        return Stream.of(
                found("offset-without-entry", "DELETE FROM audit_entry WHERE action = 'DUPLICATE'"),
                found("chain-broken", "DELETE FROM audit_entry WHERE action = 'DUPLICATE'"),
                found(
                        "chain-broken",
                        "UPDATE audit_entry SET recorded_at = recorded_at - interval '1 day' WHERE action = 'REJECTED'"),
                found("chain-broken", "UPDATE lane SET sequence = sequence + 1 WHERE name LIKE 'epro.%'"),
                found("row-without-entry", "DELETE FROM audit_entry WHERE action = 'STORED'"),
                found("gap", "UPDATE audit_entry SET action = 'GAP' WHERE action = 'DUPLICATE'"),
                found("checkpoint-missing", "DELETE FROM audit_checkpoint WHERE number = 1"),
                found("checkpoint-missing", "DELETE FROM audit_checkpoint"),
                found("checkpoint-differs", "UPDATE audit_checkpoint SET root = '00' WHERE number = 1"),
                found(
                        "checkpoint-missing",
                        "INSERT INTO audit_checkpoint SELECT service, epoch, number + 1000,"
                                + " previous_root, root, heads, signed_at, key_fingerprint, public_key, signature"
                                + " FROM audit_checkpoint WHERE number = 1"),
                found("unpublished", "UPDATE lane SET outbox_end = outbox_end + 1 WHERE name = 'operations'"),
                found("lagging", "UPDATE lane SET next_offset = next_offset - 1 WHERE name LIKE 'epro.%'"));
    }

    private static Arguments found(String code, String statement) {
        return Arguments.of(code, statement);
    }

    private static String at(String table) {
        return "ctid = (SELECT min(ctid) FROM " + table + ")";
    }
}
