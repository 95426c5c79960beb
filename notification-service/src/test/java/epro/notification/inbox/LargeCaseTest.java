package epro.notification.inbox;

import static epro.notification.inbox.Inbox.crc;
import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.alert.Urgency;
import epro.notification.dispatch.AlertDispatcher;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What grows without end in one case or one alert, shows and costs no more than so much. */
class LargeCaseTest {

    @Test
    void acknowledgesEveryReportOfACaseInPartsOfFiveHundred() {
        SentReport lead = SentReport.of(Urgency.URGENT);
        List<SentReport> all = Stream.concat(
                        Stream.of(lead),
                        Stream.generate(() -> lead.again(Urgency.ROUTINE)).limit(1_001))
                .toList();
        RunningNotification.bean(AlertDispatcher.class)
                .dispatch(all.stream().map(SentReport::report).toList());
        var answer = crc(lead.site()).post(all.getLast().path() + "/acknowledge", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(open(lead)).isZero();
    }

    @Test
    void showsTheLatestDeliveriesAndSaysThatThereAreEarlierOnes() {
        SentReport report = Inbox.dispatched(Urgency.ROUTINE);
        RunningNotification.superuser().sql("""
            INSERT INTO delivery (delivery_id, alert_id, channel, contact_id, occasion, recipient, language, address, state,
                attempts, urgency, created_at, at)
            SELECT gen_random_uuid(), alert_id, 'in-app', 'default', 'step-' || n, 'Default', 'en', '', 'DELIVERED', 1, urgency,
                created_at + n * interval '1 minute', created_at
            FROM alert, generate_series(1, 60) AS n WHERE alert_id = ?\
            """).param(report.alertId()).update();
        var listed = Inbox.json(crc(report.site()).get("/api/v1/alerts?aeId=" + report.aeId()))
                .at("/items/0");
        assertThat(listed.get("deliveries")).hasSize(50);
        assertThat(listed.at("/deliveries/49/occasion").asString()).isEqualTo("step-60");
        assertThat(listed.get("historyIsCut").asBoolean()).isTrue();
        assertThat(Inbox.json(crc(report.site()).get(report.path())).get("deliveries"))
                .hasSize(61);
    }

    private static int open(SentReport lead) {
        return RunningNotification.superuser()
                .sql("SELECT count(*) FROM alert WHERE lead_id = ? AND awaits_answer")
                .param(lead.alertId())
                .query(Integer.class)
                .single();
    }
}
