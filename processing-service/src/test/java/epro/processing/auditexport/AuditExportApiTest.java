package epro.processing.auditexport;

import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.RunningProcessing;
import epro.testing.Http;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditExportApiTest {

    @Test
    void notesWhoExportsInTheLaneOfOperations() {
        HttpResponse<String> answer = export("*", "audit:read", "exports:read");

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode noted = JsonMapper.shared().readTree(answer.body());
        assertThat(noted.path("lane").asString()).isEqualTo("operations");
        assertThat(entry(noted.path("sequence").asLong()))
                .containsEntry("action", "AUDIT_EXPORTED")
                .containsEntry("actor", "the-auditor")
                .containsEntry(
                        "entity", "audit-export/" + noted.path("auditExportId").asString())
                .containsEntry("hash", noted.path("hash").asString());
    }

    @ParameterizedTest
    @CsvSource({"*, audit:read, crf:read", "*, exports:read, crf:read", "STUDY-A/*, audit:read, exports:read"})
    void notesNothingForWhomTheTokenDoesNotAllowTheWholeTrail(String sites, String scope, String other) {
        assertThat(export(sites, scope, other).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> export(String sites, String... scopes) {
        String token = RunningProcessing.stack()
                .tokens()
                .staff("the-auditor", List.of(scopes), List.of(sites), Duration.ofMinutes(5));
        return new Http(URI.create("http://127.0.0.1:" + RunningProcessing.port()), token)
                .post("/api/v1/audit-exports", "");
    }

    private static Map<String, @Nullable Object> entry(long sequence) {
        return RunningProcessing.superuser().sql("""
                        SELECT action, actor, entity, encode(hash, 'hex') AS hash FROM processing.audit_entry
                        WHERE lane = 'operations' AND sequence = ?""").param(sequence).query().singleRow();
    }
}
