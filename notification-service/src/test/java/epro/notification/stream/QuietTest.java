package epro.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.notification.RunningNotification;
import epro.notification.SentReport;
import epro.notification.alert.Urgency;
import epro.notification.dispatch.AlertDispatcher;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What listening costs: so many streams of one caller, and nothing again that was looked at before. */
class QuietTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST = 6;

    private final ChangeTable table = RunningNotification.bean(ChangeTable.class);

    @Test
    void tellsAQuietClientHowFarItHasBeenLooked() throws Exception {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        Subscription quiet = new Subscription("crc", _ -> false, 0);
        Transmission transmission =
                new Transmission(table, quiet, new EventWriter(heard, new JsonMapper()), Duration.ZERO);
        StreamedChange known = changeOfOthers(table.newest());
        StreamedChange change = numbered(known, known.number() + 1_000_000);
        Thread client = Thread.ofVirtual().start(() -> send(transmission, known.number()));
        quiet.offer(change);
        await().atMost(PATIENCE)
                .until(() -> heard.toString(StandardCharsets.UTF_8).contains("id: " + change.number() + "\n\n"));
        assertThat(heard.toString(StandardCharsets.UTF_8)).doesNotContain("data:");
        quiet.end();
        client.join(PATIENCE);
    }

    @Test
    void neverSaysToHaveLookedFurtherThanWhatItHolds() throws InterruptedException {
        Subscription subscription = new Subscription("crc", _ -> true, 0);
        StreamedChange change = changeOfOthers(table.newest());
        assertThat(subscription.offeredThrough()).isZero();
        subscription.offer(change);
        assertThat(subscription.offeredThrough()).isEqualTo(change.number());
        assertThat(subscription.next(Duration.ZERO)).contains(change);
    }

    @Test
    void holdsNothingThatWasThereBefore() throws InterruptedException {
        StreamedChange change = changeOfOthers(table.newest());
        Subscription late = new Subscription("crc", _ -> true, 1_000);
        for (int number = 1; number <= 1_000; number++) {
            late.offer(numbered(change, number));
        }
        assertThat(late.hasEnded()).isFalse();
        assertThat(late.offeredThrough()).isEqualTo(1_000);
        late.offer(numbered(change, 1_001));
        assertThat(late.next(PATIENCE)).contains(numbered(change, 1_001));
    }

    @Test
    void admitsSoManyStreamsOfOneCallerAndOthersAllTheSame() {
        ChangeFeed feed = new ChangeFeed(table);
        List<Admission> own = Stream.generate(() -> feed.subscribe("li.na", _ -> true, 0))
                .limit(MOST)
                .toList();
        assertThat(own).hasOnlyElementsOfType(Admission.Admitted.class);
        assertThat(feed.subscribe("li.na", _ -> true, 0)).isEqualTo(new Admission.TooManyOfOne());
        assertThat(feed.subscribe("wang.wei", _ -> true, 0)).isInstanceOf(Admission.Admitted.class);
        feed.leave(((Admission.Admitted) own.getFirst()).subscription());
        assertThat(feed.subscribe("li.na", _ -> true, 0)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void refusesOneStreamTooManyAndSaysWhenToComeAgain() {
        String subject = "crc-" + UUID.randomUUID();
        List<Listening> open =
                Stream.generate(() -> Listening.as(subject)).limit(MOST).toList();
        await().atMost(PATIENCE)
                .until(() -> open.stream().allMatch(client -> client.text().contains("retry")));
        HttpResponse<String> refused =
                RunningNotification.as(subject, "crf:read", "*").get("/api/v1/alerts/stream");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("too-many-streams");
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");
        open.forEach(Listening::close);
    }

    private StreamedChange changeOfOthers(long before) {
        RunningNotification.bean(AlertDispatcher.class)
                .dispatch(SentReport.of(Urgency.ROUTINE).report());
        return table.after(before, 1).getFirst();
    }

    private static StreamedChange numbered(StreamedChange change, long number) {
        return new StreamedChange(
                number,
                change.alertId(),
                change.joinedTo(),
                change.caseNumber(),
                change.aeId(),
                change.revision(),
                change.studyId(),
                change.siteId(),
                change.state(),
                change.urgency(),
                change.action(),
                change.actor(),
                change.at());
    }

    private static void send(Transmission transmission, long after) {
        try {
            transmission.send(after, AlertStream.LONGEST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
