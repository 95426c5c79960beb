package epro.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.Plans;
import epro.notification.SentReport;
import epro.notification.alert.AlertState;
import epro.notification.alert.Urgency;
import epro.notification.journal.Alerts;
import epro.notification.journal.JournalAt;
import epro.notification.watch.WatchdogAt;
import epro.support.security.Caller;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With fifty thousand alerts nothing that people or jobs ask for reads all of them. */
@Tag("slow")
class ManyAlertsTest {
    private static Plans plans;
    private static JdbcClient jdbc;
    private static Alerts alerts;

    @BeforeAll
    static void fill() throws SQLException {
        plans = Plans.ofManyAlerts();
        jdbc = plans.jdbc();
        alerts = JournalAt.alerts(jdbc);
    }

    @AfterAll
    static void rollBack() throws SQLException {
        plans.close();
    }

    @BeforeEach
    void forget() {
        plans.forget();
    }

    @ParameterizedTest
    @EnumSource(DeskFilter.Show.class)
    void showsADeskWithoutReadingAll(DeskFilter.Show show) {
        var queries = new DeskQueries(jdbc, new Places(jdbc));
        for (String sites : List.of("*", "MANY-1/*", "MANY-1/SITE-1")) {
            queries.desk(new DeskFilter(show, null, null), sight(sites));
            queries.desk(new DeskFilter(show, "MANY-1", null), sight(sites));
        }
        assertReadsNotAll();
    }

    @Test
    void findsTheSitesWithoutReadingAll() {
        List<Desk.Place> places = new DeskQueries(jdbc, new Places(jdbc)).places(sight("MANY-1/*"));
        assertThat(places).hasSize(20);
        assertReadsNotAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "MANY-1/*", "MANY-1/SITE-1"})
    void listsWithoutReadingAll(String sites) {
        var queries = new AlertQueries(jdbc, new Places(jdbc), alerts, new Histories(jdbc));
        assertThat(queries.list(filter(null, null, null), sight(sites)).items()).hasSize(100);
        queries.list(filter(AlertState.NOTIFIED, null, null), sight(sites));
        queries.list(filter(null, "MANY-1", null), sight(sites));
        queries.list(filter(null, null, UUID.randomUUID()), sight(sites));
        assertReadsNotAll();
    }

    @Test
    void takesReportsWithoutReadingAll() {
        alerts.about(List.of(SentReport.of(Urgency.URGENT).report()));
        alerts.revisionsOf(List.of(SentReport.of(Urgency.URGENT).report()));
        alerts.awaitingIn(UUID.randomUUID(), 500);
        alerts.mostPressingIn(UUID.randomUUID());
        assertReadsNotAll();
    }

    @Test
    void watchesWithoutReadingAll() {
        WatchdogAt.find(jdbc);
        assertReadsNotAll();
    }

    private static void assertReadsNotAll() {
        assertThat(plans.text()).contains("Index").doesNotContain("Seq Scan on alert", "Seq Scan on delivery");
    }

    private static AlertFilter filter(@Nullable AlertState state, @Nullable String study, @Nullable UUID aeId) {
        return new AlertFilter(state, study, null, aeId, null, null, "newest", null, null);
    }

    private static Sight sight(String sites) {
        return Sight.of(new Caller("crc", "test", null, null, Set.of("crf:read"), List.of(sites), null));
    }
}
