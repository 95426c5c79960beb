package epro.processing.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.processing.SentSubmission;
import epro.stack.StandardRole;
import epro.testing.Http;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** At a million submissions nothing that people ask for, and nothing that the pipeline does, reads a large table whole. */
@Tag("slow")
class MillionRowsTest {
    private static final String FORM = """
            {"resourceType":"Questionnaire","id":"nausea-diary","version":"1","status":"active","item":[
              {"linkId":"frequency","type":"integer","code":[{"system":"urn:nci:pro-ctcae","code":"PROCTCAE_9A_SCL"}]},
              {"linkId":"weight","type":"integer","required":true},
              {"linkId":"remarks","type":"text"}]}""";

    /** Rows that may be looked at for a page of twenty. */
    private static final long FEW = 2_000;

    private static FullTables system;

    @BeforeAll
    static void fill() throws Exception {
        system = new FullTables();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @BeforeEach
    void forget() {
        system.plans.forget();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 300_001, 600_001, 999_999})
    void findsARecordInItsOneYear(int number) {
        String key = system.texts("SELECT md5('s" + number + "')::uuid").getFirst();

        HttpResponse<String> answer = auditor().get("/api/v1/submissions/" + key);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"audit\":[{\"lane\":\"old/");
        assertReadsNothingWhole();
        assertThat(system.plans.all())
                .filteredOn(plan -> plan.sql().startsWith("SELECT issues, answers"))
                .singleElement()
                .extracting(plan -> plan.relations("crf_record"))
                .isEqualTo(Set.of(yearOf(key)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submissions?",
                "submissions?studyId=STUDY-1",
                "submissions?studyId=SMALL",
                "submissions?studyId=SMALL&siteId=SITE-B",
                "submissions?studyId=STUDY-7&patientId=P-7",
                "submissions?patientId=P-7",
                "submissions?submissionId=S-77",
                "submissions?state=REJECTED",
                "submissions?formId=diary&since=2025-01-01T00:00:00Z",
                "submissions?formId=rare",
                "submissions?formId=of-nobody",
                "adverse-events?",
                "adverse-events?studyId=STUDY-1",
                "adverse-events?studyId=SMALL",
                "adverse-events?studyId=STUDY-1&since=2025-01-01T00:00:00Z",
                "adverse-events?submissionKey=00000000-0000-0000-0000-000000000000",
                "adverse-events?urgency=ROUTINE",
                "adverse-events?urgency=EMERGENCY"
            })
    void listsPageByPage(String list) {
        pages(auditor(), list);
        assertReadsNothingWhole();
        assertThat(system.mostRowsRead()).isLessThanOrEqualTo(FEW);
    }

    @ParameterizedTest
    @CsvSource({
        "SMALL/SITE-B, 1, 1",
        "SMALL/*, 20, 20",
        "SMALL/SITE-A;SMALL/SITE-B, 20, 20",
        "STUDY-NEW/SITE-B;SMALL/SITE-B, 1, 1",
        "STUDY-3/SITE-3, 60, 0",
        "STUDY-1/SITE-1;STUDY-3/*;SMALL/*, 60, 60"
    })
    void listsToEachWhatTheyMaySee(String sites, int submissions, int events) {
        Http reader = system.readerOf(sites.split(";", -1));

        assertThat(pages(reader, "submissions?")).isEqualTo(submissions);
        assertThat(pages(reader, "adverse-events?")).isEqualTo(events);
        assertReadsNothingWhole();
        assertThat(system.mostRowsRead()).isLessThanOrEqualTo(FEW);
    }

    /** How many are on the first three pages. */
    private static int pages(Http reader, String list) {
        int items = 0;
        String cursor = "";
        for (int page = 0; page < 3 && cursor != null; page++) {
            HttpResponse<String> answer = reader.get("/api/v1/" + list + "&limit=20" + cursor);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode body = new JsonMapper().readTree(answer.body());
            items += body.get("items").size();
            cursor = body.get("next").isNull()
                    ? null
                    : "&cursor=" + body.get("next").asString();
        }
        return items;
    }

    @Test
    void storesWhatComesAndPassesItOn() {
        Http ops = system.http(StandardRole.OPS);
        assertThat(ops.put("/api/v1/forms/nausea-diary/versions/1", FORM).statusCode())
                .isIn(200, 201);
        List<SentSubmission> sent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            var good = SentSubmission.of("nausea-diary", "{\"frequency\":3,\"weight\":70,\"remarks\":\"a rash\"}");
            List.of(good, good, good.withAnswers("{\"frequency\":4,\"weight\":71}"))
                    .forEach(system::send);
            system.send(SentSubmission.of("nausea-diary", "{\"frequency\":1}"));
            system.send(SentSubmission.of("not-there-yet", "{\"frequency\":1}"));
            sent.add(good);
        }

        await().atMost(Duration.ofSeconds(60))
                .until(() -> system.texts("SELECT 'x' FROM audit_entry WHERE topic_id <> 'old'")
                                .size()
                        >= 100);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> system.texts("SELECT 'x' FROM outbox").isEmpty());

        assertThat(auditor().get("/api/v1/submissions/" + sent.getLast().key()).statusCode())
                .isEqualTo(200);
        assertThat(system.plans.all()).extracting(Plan::sql).anyMatch(sql -> sql.startsWith("INSERT INTO crf_record"));
        assertReadsNothingWhole();
    }

    /** As far as its largest statements: to the end it would have to hash a million rows. */
    @Test
    void comparesRowsAndReceipts() {
        Http ops = system.http(StandardRole.OPS);
        String check = new JsonMapper()
                .readTree(ops.post("/api/v1/data-checks", "").body())
                .get("dataCheckId")
                .asString();

        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        system.plans.all().stream().anyMatch(plan -> plan.sql().contains("said ->> 'submissionId'")));

        ops.post("/api/v1/data-checks/" + check + "/cancel", "");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ops.get("/api/v1/data-checks/" + check).body().contains("CANCELLED"));
        assertReadsNothingWhole();
    }

    private static String yearOf(String key) {
        return system.texts("SELECT tableoid::regclass::text FROM crf_record WHERE submission_key = '" + key + "'")
                .getFirst();
    }

    private static Http auditor() {
        return system.http(StandardRole.AUDITOR);
    }

    private static void assertReadsNothingWhole() {
        assertThat(system.plans.all()).isNotEmpty();
        assertThat(system.readingWhole()).isEmpty();
    }
}
