package epro.nmpa.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.nmpa.RunningNmpa;
import epro.nmpa.StubRegulator;
import epro.nmpa.Trials;
import epro.schemas.event.TrialStatus;
import epro.schemas.event.TrialStatusChange;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class SyncRunTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final StubRegulator regulator = RunningNmpa.regulator();
    private final String number = "CTR-" + UUID.randomUUID();

    @AfterEach
    void letTheRegulatorAnswer() {
        regulator.answerAgain();
    }

    @Test
    void findsWhatTheRegisterSaysAndTellsOfItOnce() {
        Trials.take(number);
        regulator.says(number, "进行中（招募中）");

        JsonNode run = Trials.sync(number);
        assertThat(run.get("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(run.get("changed").asInt()).isOne();
        JsonNode trial = Trials.trial(number);
        assertThat(trial.get("status").asString()).isEqualTo("RECRUITING");
        assertThat(trial.get("originalStatus").asString()).isEqualTo("进行中（招募中）");
        assertThat(trial.get("history")).hasSize(1);

        assertThat(Trials.sync(number).get("changed").asInt()).isZero();
        regulator.says(number, "主动暂停");
        assertThat(Trials.sync(number).get("changed").asInt()).isOne();
        await().atMost(SOON).until(() -> Trials.events(number).size() >= 2);
        List<TrialStatusChange> events = Trials.events(number);
        assertThat(events.stream().map(TrialStatusChange::getEventId).distinct())
                .hasSize(2);
        assertThat(events.getLast().getStatus()).isEqualTo(TrialStatus.SUSPENDED);
        assertThat(events.getLast().getPreviousStatus()).isEqualTo(TrialStatus.RECRUITING);
        assertThat(Trials.audited(number)).containsExactly("TRIAL_STATUS_CHANGED", "TRIAL_STATUS_CHANGED");
    }

    @Test
    void isNotMisledByAnswersThatSayNothing() {
        Trials.take(number);
        regulator.says(number, "已完成");
        Trials.sync(number);
        regulator.says(number, " ");

        assertThat(Trials.sync(number).get("state").asString()).isEqualTo("SUCCEEDED");
        regulator.answers(number, StubRegulator.trial("CTR-OTHER", "招募中"));
        assertThat(Trials.sync(number).get("state").asString()).isEqualTo("FAILED");
        regulator.answers(number, null);
        assertThat(Trials.sync(number).get("state").asString()).isEqualTo("FAILED");
        JsonNode trial = Trials.trial(number);
        assertThat(trial.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(trial.get("quarantinedAt").isNull()).isFalse();
        assertThat(Trials.audited(number)).containsExactly("TRIAL_STATUS_CHANGED", "TRIAL_QUARANTINED");
    }

    @Test
    void asksAgainAfterFailuresAndPauses() {
        Trials.take(number);
        regulator.says(number, "招募完成");
        regulator.answersFirst(
                number,
                StubRegulator.refusal("503 Service Unavailable", "", "register-failed"),
                StubRegulator.refusal("429 Too Many Requests", "1", "too-many-starts"),
                StubRegulator.refusal("500 Internal Server Error", "", "register-failed"));

        assertThat(Trials.sync(number).get("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(Trials.trial(number).get("status").asString()).isEqualTo("ACTIVE_NOT_RECRUITING");
        assertThat(regulator.requestsFor(number)).isEqualTo(4);
    }

    @Test
    void refusesASecondRunAndCanBeCancelled() {
        Trials.take(number);
        regulator.says(number, "招募中");
        regulator.hold();
        String runId = Trials.json(Trials.start(number)).get("runId").asString();
        HttpResponse<String> second = Trials.start(number);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Trials.json(second).get("code").asString()).isEqualTo("run-in-progress");
        assertThat(Trials.json(second).get("runId").asString()).isEqualTo(runId);
        assertThat(Trials.cancel(runId).get("state").asString()).isEqualTo("CANCELLED");
        regulator.answerAgain();
        assertThat(Trials.sync(number).get("state").asString()).isEqualTo("SUCCEEDED");
    }

    @Test
    void goesOnElsewhereWhereItWasLeft() {
        Trials.take(number);
        regulator.says(number, "招募中");
        regulator.hold();
        ConfigurableApplicationContext other = RunningNmpa.another();
        String runId = Trials.json(Trials.start(number)).get("runId").asString();
        await().atMost(SOON).until(() -> regulator.requestsFor(number) >= 1);
        other.close();
        regulator.answerAgain();

        assertThat(Trials.ended(runId).get("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(regulator.connectionsMost()).isLessThanOrEqualTo(10);
    }
}
