package epro.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import epro.e2e.Pipeline;
import epro.stack.Part;
import epro.stack.StandardRole;
import epro.testing.Http;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** From a patient's answer to the coordinator's, on a page that is open all the while. */
@Tag("slow")
class ConsoleTest {
    private static final String FORM = "console-symptoms";

    private final Pipeline pipeline = Pipeline.running();
    private final String study = "console-" + UUID.randomUUID();

    @Test
    void showsASevereAnswerByItselfAndTakesTheAcknowledgement() {
        try (Coordinator coordinator = Coordinator.at(notification(), "en-GB")) {
            coordinator.signIn(pipeline.token(StandardRole.CRC));
            coordinator.openInbox(study);
            assertThat(coordinator.text(".empty")).startsWith("Nothing is waiting for you.");

            submitSevereSores("patient-7");
            assertThat(coordinator.text(".alert")).contains("Urgent", study, "patient-7");
            assertThat(coordinator.hasReloaded()).isFalse();
            coordinator.picture("inbox");

            coordinator.click(".alert a");
            coordinator.awaitText("article .state", "Seen");
            assertThat(coordinator.text("section[aria-labelledby=evidence]")).contains("sores", "Severity", "4 of 4");
            coordinator.picture("alert");

            coordinator.click("#acknowledge");
            assertThat(coordinator.text(".outcome")).isEqualTo("Thank you. The case is yours now.");
            assertThat(coordinator.text("article .state")).isEqualTo("Acknowledged");
            coordinator.picture("acknowledged");
            assertThat(coordinator.complaints()).isEmpty();
        }
    }

    @Test
    void saysWhenItsConnectionIsLostAndAfterwardsShowsWhatWasMissed() {
        try (Coordinator coordinator = Coordinator.at(notification(), "zh-CN")) {
            coordinator.signIn(pipeline.token(StandardRole.CRC));
            coordinator.openInbox(study);

            pipeline.stack().stop(Part.NOTIFICATION);
            coordinator.awaitTrouble();
            coordinator.picture("connection-lost");
            submitSevereSores("patient-8");
            pipeline.stack().start(Part.NOTIFICATION);

            coordinator.awaitText("h1", "登录");
            coordinator.signIn(pipeline.token(StandardRole.CRC));
            coordinator.openInbox(study);
            assertThat(coordinator.text(".alert")).contains("紧急", "patient-8");
            coordinator.pictureOnAPhoneInTheDark("inbox-phone-dark-zh");
            assertThat(coordinator.isWiderThanItsScreen()).isFalse();
        }
    }

    @Test
    void showsARunOverTrialsWhileItGoesOn() {
        try (Coordinator operator = Coordinator.at(notification(), "en-GB")) {
            operator.signInForTrials(pipeline.token(StandardRole.OPS));
            assertThat(operator.text("h1")).isEqualTo("Statuses of trials");

            syncTrials(60);
            operator.awaitText("#run:has(progress:not([value='0']))", "of 60 trials");
            operator.picture("trials");
            operator.awaitText("#runs tbody tr:first-child", "60 of 60");
            assertThat(operator.text("#runs tbody .state")).isEqualTo("Succeeded");
            assertThat(operator.text("#freshness .good dd")).isEqualTo("60");
            assertThat(operator.hasReloaded()).isFalse();
            assertThat(operator.complaints()).isEmpty();

            pipeline.stack().stop(Part.NMPA_SYNC);
            operator.awaitText("[data-trouble]", "nmpa-sync does not answer");
            operator.pictureOnAPhoneInTheDark("trials-away-phone-dark");
            pipeline.stack().start(Part.NMPA_SYNC);
            operator.awaitText("#freshness", "60 trials");
            operator.pictureOnAPhoneInTheDark("trials-phone-dark");
            assertThat(operator.isWiderThanItsScreen()).isFalse();
        }
    }

    /** Of the regulator's made-up ones, at the five a second of a local stack. */
    private void syncTrials(int number) {
        Http nmpa = new Http(pipeline.stack().address(Part.NMPA_SYNC), pipeline.token(StandardRole.OPS));
        String list = IntStream.rangeClosed(1, number)
                .mapToObj("{\"registrationNumber\":\"CTR2026%04d\"}"::formatted)
                .collect(Collectors.joining("\n"));
        assertThat(nmpa.send("POST", "/api/v1/trials", BodyPublishers.ofString(list), "application/x-ndjson")
                        .statusCode())
                .isEqualTo(202);
        assertThat(nmpa.post("/api/v1/sync-runs", "").statusCode()).isEqualTo(202);
    }

    private URI notification() {
        return pipeline.stack().address(Part.NOTIFICATION);
    }

    private void submitSevereSores(String patientId) {
        pipeline.publish(FORM, "1.0", JsonMapper.shared().writeValueAsString(form()));
        String body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "studyId",
                        study,
                        "siteId",
                        "site-1",
                        "patientId",
                        patientId,
                        "formId",
                        FORM,
                        "formVersion",
                        "1.0",
                        "answers",
                        Map.of("sores", 4)));
        Http intake = new Http(pipeline.intakeAddress(), pipeline.token(StandardRole.SUBMIT));
        assertThat(intake.post("/api/v1/submissions", body).statusCode()).isEqualTo(202);
    }

    private static Map<String, Object> form() {
        Map<String, Object> sores = Map.of(
                "linkId",
                "sores",
                "code",
                new Object[] {Map.of("system", "urn:nci:pro-ctcae", "code", "PROCTCAE_3A_SCL")},
                "text",
                "How bad were your mouth sores?",
                "type",
                "integer");
        return Map.of(
                "resourceType", "Questionnaire",
                "id", FORM,
                "version", "1.0",
                "status", "active",
                "item", new Object[] {sores});
    }
}
