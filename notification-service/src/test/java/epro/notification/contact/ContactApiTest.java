package epro.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.Told;
import epro.notification.alert.Urgency;
import epro.notification.dispatch.AlertDispatcher;
import epro.testing.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactApiTest {
    private final String id = "c-" + UUID.randomUUID();

    @Test
    void keepsAContactAndWritesWhoDidItDown() {
        assertThat(put(id, "{\"studyId\":\"S9\",\"role\":\"CRC\",\"name\":\"Li Na\",\"language\":\"zh\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ops().get("/api/v1/contacts?limit=500").body()).contains(id);
        assertThat(audited()).contains("CONTACT_PUT by ops");
    }

    @Test
    void routesTheNextAlertToANewContactAndNoneToARemovedOne() {
        SentReport first = SentReport.of(Urgency.ROUTINE);
        put(
                id,
                "{\"studyId\":\"%s\",\"siteId\":\"SITE-1\",\"role\":\"CRC\",\"name\":\"A\"}"
                        .formatted(first.studyId()));
        dispatch(first);
        assertThat(delete(id)).isEqualTo(204);
        SentReport second = SentReport.inStudy(first.studyId(), Urgency.ROUTINE);
        dispatch(second);
        assertThat(Told.of(first)).containsExactly("in-app " + id + " revision-1");
        assertThat(Told.of(second)).containsExactly("in-app default revision-1");
    }

    @Test
    void neverLetsGoOfTheDefaultContact() {
        assertThat(delete("default")).isEqualTo(409);
        assertThat(put("default", "{\"role\":\"DEFAULT\",\"name\":\"D\",\"active\":false}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void keepsTheDefaultContactInTheDatabaseToo() {
        var delete = RunningNotification.superuser().sql("DELETE FROM contact WHERE contact_id = 'default'");
        assertThatThrownBy(delete::update).rootCause().hasMessageContaining("contact refuses DELETE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":\"CRC\"}",
                "{\"name\":\"A\"}",
                "{\"role\":\"CRC\",\"name\":\"A\\nBcc: x@y.z\"}",
                "{\"role\":\"CRC\",\"name\":\"A\",\"email\":\"a@b.c, d@e.f\"}",
                "{\"role\":\"CRC\",\"name\":\"A\",\"siteId\":\"1\"}",
                "{\"role\":\"CRC\",\"name\":\"A\",\"language\":\"fr\"}",
                "{\"role\":\"NURSE\",\"name\":\"A\"}"
            })
    void refusesWhatCanNotBeAContact(String body) {
        assertThat(put(id, body).statusCode()).isEqualTo(400);
    }

    @Test
    void isForOperatorsOnly() {
        Http crc = RunningNotification.as("crc", "crf:read alerts:acknowledge", "*");
        assertThat(crc.get("/api/v1/contacts").statusCode()).isEqualTo(403);
    }

    private static Http ops() {
        return RunningNotification.as("ops", "ops", "*");
    }

    private static HttpResponse<String> put(String contact, String body) {
        return ops().put("/api/v1/contacts/" + contact, body);
    }

    private static int delete(String contact) {
        return ops().send("DELETE", "/api/v1/contacts/" + contact, BodyPublishers.noBody(), "application/json")
                .statusCode();
    }

    private static void dispatch(SentReport report) {
        RunningNotification.bean(AlertDispatcher.class).dispatch(report.report());
    }

    private String audited() {
        return RunningNotification.superuser()
                .sql("SELECT string_agg(action || ' by ' || actor, ', ') FROM audit_entry WHERE entity = ?")
                .param("contact/" + id)
                .query((row, _) -> row.getString(1))
                .single();
    }
}
