package epro.processing.plan;

import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.RunningProcessing;
import epro.testing.Http;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token publishes the plans of studies that it covers whole, and shows those of studies of which it covers a site. */
class PlanAccessTest {
    private static final String PLAN = "{\"rules\":[{\"kind\":\"red-flag\",\"urgency\":\"EMERGENCY\"}]}";
    private static final String FORM =
            "{\"resourceType\":\"Questionnaire\",\"item\":[{\"linkId\":\"q\",\"type\":\"integer\"}]}";

    @ParameterizedTest
    @CsvSource({
        "*, 201",
        "STUDY-A/*, 201",
        "*/*, 201",
        "STUDY-A/SITE-1, 403",
        "STUDY-B/*, 403",
        "STUDY-B/SITE-1, 403",
        "STUDY-AB/*, 403",
        "*/SITE-1, 403",
        "STUDY-A, 403",
        "'', 403"
    })
    void publishesOnlyPlansOfStudiesThatItCoversWhole(String sites, int status) {
        assertThat(publish("STUDY-A", sites)).isEqualTo(status);
    }

    @Test
    void publishesPlansOfEachOfItsStudiesAndOfNoOther() {
        assertThat(publish("STUDY-A", "STUDY-A/*", "STUDY-C/*")).isEqualTo(201);
        assertThat(publish("STUDY-C", "STUDY-A/*", "STUDY-C/*")).isEqualTo(201);
        assertThat(publish("STUDY-B", "STUDY-A/*", "STUDY-C/*")).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "*, 200",
        "STUDY-A/*, 200",
        "STUDY-A/SITE-1, 200",
        "STUDY-B/*, 404",
        "STUDY-B/SITE-1, 404",
        "STUDY-AB/*, 404"
    })
    void showsPlansOnlyOfStudiesOfWhichItCoversASite(String sites, int status) {
        String version = "v-" + UUID.randomUUID();
        String versions = "/api/v1/studies/STUDY-A/alert-plan/versions";
        token("ops", "*").put(versions + "/" + version, PLAN);

        Http reader = token("crf:read", sites);

        assertThat(reader.get(versions + "/" + version).statusCode()).isEqualTo(status);
        assertThat(reader.get(versions).body().contains(version)).isEqualTo(status == 200);
    }

    @ParameterizedTest
    @CsvSource({"*, 201", "STUDY-A/*, 403", "STUDY-A/SITE-1, 403", "'', 403"})
    void publishesFormsOnlyWhereItCoversEveryStudySinceAFormIsEveryStudys(String sites, int status) {
        String path = "/api/v1/forms/f-" + UUID.randomUUID() + "/versions/1";
        assertThat(token("forms:publish", sites).put(path, FORM).statusCode()).isEqualTo(status);
    }

    private static int publish(String study, String... sites) {
        String path = "/api/v1/studies/" + study + "/alert-plan/versions/v-" + UUID.randomUUID();
        return token("ops", sites).put(path, PLAN).statusCode();
    }

    private static Http token(String scope, String... sites) {
        List<String> granted =
                Arrays.stream(sites).filter(site -> !site.isEmpty()).toList();
        String token =
                RunningProcessing.stack().tokens().staff("someone", List.of(scope), granted, Duration.ofMinutes(5));
        return new Http(URI.create("http://127.0.0.1:" + RunningProcessing.port()), token);
    }
}
