package epro.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step from every state, and what a revision does to each. */
class AlertTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private static final Evidence EVIDENCE =
            new Evidence(Map.of("severity", 2), List.of("RULE"), List.of(new Evidence.Finding("RULE-1", "1", "pain")));

    private static final Map<AlertAction, BiConsumer<Alert, Instant>> STEPS = Map.of(
            AlertAction.NOTIFIED, Alert::notified,
            AlertAction.SEEN, (alert, at) -> alert.seen("crc", at),
            AlertAction.ACKNOWLEDGED, (alert, at) -> alert.acknowledge("crc", at),
            AlertAction.ASSESSED, (alert, at) -> alert.assess("investigator", at),
            AlertAction.CLOSED, (alert, at) -> alert.close("crc", at));

    private static final Map<AlertAction, Set<AlertState>> POSSIBLE = Map.of(
            AlertAction.NOTIFIED, EnumSet.of(AlertState.DETECTED),
            AlertAction.SEEN, EnumSet.of(AlertState.NOTIFIED),
            AlertAction.ACKNOWLEDGED, EnumSet.of(AlertState.DETECTED, AlertState.NOTIFIED, AlertState.SEEN),
            AlertAction.ASSESSED, EnumSet.of(AlertState.ACKNOWLEDGED),
            AlertAction.CLOSED, EnumSet.of(AlertState.ASSESSED));

    static Stream<Arguments> everyStepFromEveryState() {
        return STEPS.keySet().stream()
                .flatMap(step -> Stream.of(AlertState.values()).map(state -> Arguments.of(step, state)));
    }

    @ParameterizedTest
    @MethodSource("everyStepFromEveryState")
    void takesAStepFromTheRightStatesOnly(AlertAction step, AlertState state) {
        Alert alert = in(state, Urgency.URGENT);
        if (possible(step, state)) {
            take(step, alert);
            assertThat(alert.status().state().name()).isEqualTo(step.name());
            assertThat(alert.takeFacts()).extracting(AlertFact::action).containsExactly(step);
        } else {
            assertThatThrownBy(() -> take(step, alert))
                    .isInstanceOf(IllegalTransition.class)
                    .hasMessageEndingWith("can't become " + step + ": it is " + state);
            assertThat(alert.takeFacts()).isEmpty();
        }
    }

    @Test
    void closesARoutineAlertWithoutAnInvestigator() {
        Alert alert = in(AlertState.ACKNOWLEDGED, Urgency.ROUTINE);
        alert.close("crc", NOW);
        assertThat(alert.status().state()).isEqualTo(AlertState.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(AlertState.class)
    void keepsItsStateThroughARevision(AlertState state) {
        Alert alert = in(state, Urgency.URGENT);
        alert.revise(report(2, false, Urgency.EMERGENCY), NOW);
        assertThat(alert.status().state()).isEqualTo(state);
        assertThat(alert.awaitsAnswer()).isTrue();
    }

    @Test
    void awaitsNoSecondAnswerToARevisionThatIsNoMoreUrgent() {
        Alert alert = in(AlertState.ACKNOWLEDGED, Urgency.URGENT);
        alert.revise(report(2, false, Urgency.ROUTINE), NOW);
        assertThat(alert.awaitsAnswer()).isFalse();
        assertThat(alert.status().urgency()).isEqualTo(Urgency.URGENT);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACKNOWLEDGED", "ASSESSED", "CLOSED"})
    void isAcknowledgedOnceMoreAfterItsUrgencyRose(AlertState state) {
        Alert alert = in(state, Urgency.ROUTINE);
        alert.raiseTo(Urgency.URGENT, NOW);
        alert.acknowledge("second", NOW);
        assertThat(alert.awaitsAnswer()).isFalse();
        assertThat(alert.status().state()).isEqualTo(state);
        assertThat(alert.status().acknowledgedBy()).isEqualTo("second");
    }

    @Test
    void ignoresBeingRaisedToWhatItIs() {
        Alert alert = in(AlertState.NOTIFIED, Urgency.URGENT);
        alert.raiseTo(Urgency.URGENT, NOW);
        assertThat(alert.takeFacts()).isEmpty();
    }

    @Test
    void pressesNobodyOnceItIsWithdrawnAndAgainOnceItIsReportedAnew() {
        Alert alert = in(AlertState.NOTIFIED, Urgency.URGENT);
        alert.revise(report(2, true, Urgency.URGENT), NOW);
        assertThat(alert.isPressing()).isFalse();
        alert.revise(report(3, false, Urgency.URGENT), NOW);
        assertThat(alert.isPressing()).isTrue();
        assertThat(alert.takeFacts())
                .extracting(AlertFact::action)
                .containsExactly(AlertAction.WITHDRAWN, AlertAction.REVISED);
    }

    @Test
    void owesTheAnswerStillWhenWhatWasTakenBackComesAgain() {
        Alert alert = in(AlertState.ACKNOWLEDGED, Urgency.URGENT);
        alert.revise(report(2, false, Urgency.EMERGENCY), NOW);
        alert.revise(report(3, true, Urgency.EMERGENCY), NOW);
        assertThat(alert.isPressing()).isFalse();
        alert.revise(report(4, false, Urgency.EMERGENCY), NOW);
        assertThat(alert.isPressing()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"DETECTED"})
    void refusesARevisionThatIsNotLater(AlertState state) {
        assertThatThrownBy(() -> in(state, Urgency.URGENT).revise(report(1, false, Urgency.EMERGENCY), NOW))
                .hasMessage("revision must be above 1, was 1");
    }

    @Test
    void countsItsChangesAndSaysHowItStoodAfterEach() {
        Alert alert = Alert.detected(report(1, false, Urgency.URGENT), "C-2026-000001", NOW);
        alert.notified(NOW);
        List<AlertFact> facts = alert.takeFacts();
        assertThat(facts).extracting(AlertFact::sequence).containsExactly(1, 2);
        assertThat(facts)
                .extracting(fact -> fact.after().state())
                .containsExactly(AlertState.DETECTED, AlertState.NOTIFIED);
    }

    @Test
    void revealsNoPatientInItsTextForms() {
        Report report = report(1, false, Urgency.URGENT);
        Alert alert = Alert.detected(report, "C-2026-000001", NOW);
        String texts =
                "" + report + alert + alert.identity() + alert.status() + alert.takeFacts() + report.term() + EVIDENCE;
        assertThat(texts)
                .doesNotContain("PATIENT-1")
                .doesNotContain("SYMPTOM-1")
                .doesNotContain("RULE-1");
    }

    private static boolean possible(AlertAction step, AlertState state) {
        return POSSIBLE.getOrDefault(step, Set.of()).contains(state);
    }

    private static void take(AlertAction step, Alert alert) {
        STEPS.getOrDefault(step, (_, _) -> {}).accept(alert, NOW);
    }

    private static Alert in(AlertState state, Urgency urgency) {
        AlertIdentity identity = AlertIdentity.opening(report(1, false, urgency), "C-2026-000001", NOW);
        return Alert.stored(
                identity, AlertStatus.first(report(1, false, urgency)).in(state));
    }

    private static Report report(int revision, boolean withdrawn, Urgency urgency) {
        UUID key = new UUID(0, 1);
        Term term = new Term("system", "SYMPTOM-1", "SYMPTOM-1");
        return new Report(
                key,
                revision,
                withdrawn,
                key,
                key,
                "STUDY",
                "SITE",
                "PATIENT-1",
                term,
                2,
                null,
                urgency,
                EVIDENCE,
                NOW);
    }
}
