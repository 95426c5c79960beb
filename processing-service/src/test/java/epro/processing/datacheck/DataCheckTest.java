package epro.processing.datacheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import epro.processing.SentSubmission;
import epro.stack.StandardRole;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Makes every inconsistency that somebody with all rights can make, and sees it found by name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class DataCheckTest {

    private static final int STORED = 6;
    private static final int ALL = STORED + 4;
    /** Those whose mouth was dry at level 2, 3 or 4. */
    private static final int SUSPECTED = 3;

    private final CheckedSystem system = new CheckedSystem();

    DataCheckTest() throws SQLException, IOException {}

    @BeforeAll
    void fill() throws SQLException {
        publishForm();
        for (int i = 0; i < STORED; i++) {
            system.send(SentSubmission.of(CheckedSystem.FORM, "{\"pain\":3,\"mouth\":" + i % 5 + "}"));
        }
        SentSubmission sent = SentSubmission.of(CheckedSystem.FORM, "{\"pain\":11}");
        system.send(sent);
        system.send(sent);
        system.send(sent.withAnswers("{\"pain\":4}"));
        system.send(sent, "not a record".getBytes(StandardCharsets.UTF_8));
        system.settle(ALL);
        system.alertAll();
    }

    @AfterEach
    void mend() throws SQLException {
        system.mend();
        system.alertAll();
    }

    @AfterAll
    void stop() throws SQLException {
        system.close();
    }

    @Test
    void findsNothingInWhatNobodyTouched() throws Exception {
        DataCheck check = system.checked();

        assertThat(check.findings()).isEmpty();
        assertThat(check.state()).isEqualTo(DataCheckState.CLEAN);
        assertThat(check.compared())
                .containsEntry("offsets", (long) ALL)
                .containsEntry("records", (long) STORED)
                .containsEntry("rejections", 1L)
                .containsEntry("duplicates", 1L)
                .containsEntry("conflicts", 1L)
                .containsEntry("quarantined", 1L)
                .containsEntry("auditEntries", system.number("SELECT count(*) FROM audit_entry"))
                .containsEntry("checkpoints", system.number("SELECT count(*) FROM audit_checkpoint"))
                .containsEntry("adverseEvents", (long) SUSPECTED)
                .containsEntry("alerts", (long) SUSPECTED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("epro.processing.datacheck.Tamperings#all")
    void findsByNameWhatWasTamperedWith(String code, String statement) throws Exception {
        system.tamper(statement);

        DataCheck check = system.checked();

        assertThat(check.state()).as(check.toString()).isEqualTo(DataCheckState.FINDINGS);
        assertThat(check.findings()).extracting(Finding::code).contains(code);
        assertThat(check.found()).containsKey(code);
    }

    @Test
    void findsATailThatWasCutOffSoThatTheChainItselfHolds() throws Exception {
        String longest = "(SELECT name FROM lane WHERE name LIKE 'epro.%' ORDER BY sequence DESC LIMIT 1)";
        system.tamper(
                "DELETE FROM audit_entry e USING lane l WHERE e.lane = l.name AND e.sequence = l.sequence AND l.name = "
                        + longest,
                "UPDATE lane SET (sequence, hash) = (SELECT sequence, hash FROM audit_entry WHERE lane = name"
                        + " ORDER BY sequence DESC LIMIT 1) WHERE name = " + longest);

        assertThat(system.checked().findings())
                .extracting(Finding::code)
                .contains("chain-differs", "offset-without-entry")
                .doesNotContain("chain-broken");
    }

    @Test
    void findsAnOffsetThatTwoEntriesAccountFor() throws Exception {
        system.tamper(
                "INSERT INTO audit_entry SELECT lane, sequence + 1000, action, actor, entity, content_hash, device_time,"
                        + " received_at, recorded_at + interval '1 us', topic_id, partition, record_offset, detail,"
                        + " canonical, hash FROM audit_entry WHERE action = 'DUPLICATE'");

        assertThat(system.checked().findings()).extracting(Finding::code).contains("offset-with-several-entries");
    }

    @Test
    void findsSettingsThatForgetWhatWasConfirmed() throws Exception {
        system.tamper("ALTER ROLE processing_app SET synchronous_commit = off");
        try {
            var settings = new Progress();
            new SettingsCheck(system.appConnections(), settings).run();

            assertThat(settings.report().fresh())
                    .extracting(Finding::code, Finding::subject)
                    .containsExactly(tuple("unsafe-setting", "synchronous_commit"));
        } finally {
            system.tamper("ALTER ROLE processing_app RESET synchronous_commit");
        }
    }

    @Test
    void listsAtMostAHundredFindingsOfACodeAndSaysHowManyThereAre() throws Exception {
        system.tamper("INSERT INTO quarantine SELECT 'elsewhere', 0, n, NULL, NULL, '[]', 'x', now(), '00'"
                + " FROM generate_series(1, 101) n");

        DataCheck check = system.checked();

        assertThat(check.findings()).hasSize(100);
        assertThat(check.found()).containsEntry("row-without-entry", 101L);
    }

    @Test
    void findsASuspectedAdverseEventThatNobodyWasToldOf() throws Exception {
        system.notification().forget();

        assertThat(system.checked().found()).containsEntry("alert-missing", (long) SUSPECTED);
    }

    @Test
    void findsAlertsThatStandBehindReachNobodyOrAreOfNothing() throws Exception {
        String aeId = system.text("SELECT min(ae_id::text) FROM adverse_event");
        system.notification().alert(aeId, 0, 1);
        assertThat(system.checked().found()).containsOnlyKeys("alert-missing");

        system.notification().alert(aeId, 1, 0);
        assertThat(system.checked().found()).containsOnlyKeys("alert-undelivered");

        system.alertAll();
        system.notification().alert("00000000-0000-5000-8000-000000000001", 1, 1);
        assertThat(system.checked().found()).containsOnlyKeys("alert-without-event");
    }

    @Test
    void namesNoPatient() throws Exception {
        system.tamper("DELETE FROM crf_record", "DELETE FROM submission");

        List<Finding> findings = system.checked().findings();

        assertThat(findings).isNotEmpty();
        assertThat(findings).noneMatch(finding -> finding.toString().contains("P-"));
    }

    private void publishForm() {
        String form = """
                {"resourceType":"Questionnaire","id":"pain-diary","version":"1","status":"active","title":"Pain",
                 "item":[{"linkId":"pain","text":"How bad was your pain?","type":"integer","required":true,
                   "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":10}]},
                  {"linkId":"mouth","text":"How dry was your mouth?","type":"integer",
                   "code":[{"system":"urn:nci:pro-ctcae","code":"PROCTCAE_1A_SCL"}]}]}""";
        HttpResponse<String> answer = system.http(StandardRole.OPS).put("/api/v1/forms/pain-diary/versions/1", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
