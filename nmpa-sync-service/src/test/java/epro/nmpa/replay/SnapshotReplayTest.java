package epro.nmpa.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.nmpa.replay.ExpectedTrials.Stored;
import epro.schemas.event.TrialStatusChange;
import epro.simulator.regulator.RegulatorLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Eight weeks of real registers. After each snapshot the service has to have stored what it says, and told what the file of
 * changes says; both are read here without any code of the service's. Where they can't agree is counted by its reason.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnapshotReplayTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    /** 9,102 times a trial of a snapshot, and once each time that one is gone. */
    private static final int REQUESTS = 9_134;

    private final Replay replay;
    private final ReplayClient client;
    private final Set<String> heard = new HashSet<>();

    SnapshotReplayTest(@TempDir Path home) throws IOException {
        replay = new Replay(home);
        client = replay.client();
    }

    @AfterAll
    void stop() {
        replay.close();
    }

    @Test
    void storesEachSnapshotAndTellsEachChange() throws IOException {
        List<Snapshot> snapshots = Snapshot.all();
        ExpectedEvents events = new ExpectedEvents(Change.all());
        ExpectedTrials trials = new ExpectedTrials();
        for (Snapshot snapshot : snapshots) {
            boolean first = snapshot.equals(snapshots.getFirst());
            assertThat(first ? snapshot.date() : replay.advance()).isEqualTo(snapshot.date());
            trials.move(snapshot);
            follow(snapshot, trials, first ? events.first(snapshot) : events.next(snapshot));
        }

        assertThat(snapshots).extracting(Snapshot::date).isEqualTo(Counted.DATES);
        assertThat(snapshots).extracting(day -> day.contradictory().size()).isEqualTo(Counted.CONTRADICTORY);
        assertThat(events.counts()).isEqualTo(Counted.EVENTS);
        assertThat(trials.counts()).isEqualTo(Counted.TRIALS);
        await().atMost(SOON).until(replay::isPublished);
        assertThat(replay.events()).hasSize(Counted.EVENTS_IN_ALL);
        keptToTheQuota();
    }

    private void follow(Snapshot snapshot, ExpectedTrials expected, List<Told> told) {
        assertThat(client.take(snapshot.words().keySet())).isEqualTo(expected.added());
        JsonNode run = client.sync();
        assertThat(run.path("failed").asInt()).isEqualTo(expected.vanished().size());
        int changed = run.path("changed").asInt();
        if (!expected.returned().isEmpty()) {
            changed += client.sync(expected.returned()).path("changed").asInt();
        }

        assertThat(changed).as("changes on %s", snapshot.date()).isEqualTo(told.size());
        Map<String, Stored> stored = client.trials();
        assertThat(stored).as("trials on %s", snapshot.date()).isEqualTo(expected.trials());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(news())
                        .as("events on %s", snapshot.date())
                        .extracting(Told::by)
                        .containsExactlyInAnyOrderElementsOf(told));
        replay.events().forEach(event -> heard.add(event.getEventId()));
    }

    /** The events that were not on the topic after the snapshot before. */
    private List<TrialStatusChange> news() {
        return replay.events().stream()
                .filter(event -> !heard.contains(event.getEventId()))
                .toList();
    }

    private void keptToTheQuota() {
        RegulatorLog seen = replay.seen();
        assertThat(seen.requests()).isEqualTo(REQUESTS);
        assertThat(seen.violations()).isEmpty();
        assertThat(seen.connectionsMost()).isBetween(1, Replay.CONNECTIONS_ALLOWED);
        assertThat(seen.startsMostInASecond()).isBetween(1, Replay.STARTS_ALLOWED);
    }
}
