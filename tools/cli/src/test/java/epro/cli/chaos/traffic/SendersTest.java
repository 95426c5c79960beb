package epro.cli.chaos.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.submission.Answer;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Place;
import epro.cli.submission.Answer.Refused;
import epro.cli.submission.Answer.Unknown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendersTest {

    private static final Message.Heading HEADING = new Message.Heading("study", "p-1", DiaryForm.ID, Instant.EPOCH);
    private static final Message MESSAGE = Message.of(Duration.ZERO, HEADING, "study-1", Map.of("pain", 3));

    @TempDir
    Path folder;

    @Test
    void sendsAgainUntilAnsweredForGoodAndKeepsEveryAnswerOnDisk() throws Exception {
        Queue<Answer> answers = new ConcurrentLinkedQueue<>(List.of(
                new Refused("buffer-full", Duration.ofMillis(1)),
                new Unknown("delivery-unknown"),
                new Accepted(new Place(3, 17), false)));
        Path file = folder.resolve("ledger.ndjson");
        try (Ledger ledger = new Ledger(file);
                Senders senders = new Senders(
                        List.of(_ -> answers.remove()), ledger, InstantSource.system(), Duration.ofMinutes(1))) {
            senders.begin(List.of(MESSAGE), new Random(1)).get();
        }

        assertThat(Files.readAllLines(file))
                .extracting(line -> line.replaceAll(".*\"outcome\":\"([A-Z]+)\".*", "$1"))
                .containsExactly("SENDING", "REFUSED", "SENDING", "UNKNOWN", "SENDING", "ACCEPTED");
        assertThat(Files.readString(file)).contains(MESSAGE.contentHash(), "3:17");
    }

    @Test
    void givesUpAtOnceNowAndThen() throws Exception {
        List<Message> forty = IntStream.range(0, 40)
                .mapToObj(number -> Message.of(Duration.ZERO, HEADING, "study-" + number, Map.of("pain", 3)))
                .toList();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Senders.Door second = body -> seen.add(body) ? new Unknown("?") : new Accepted(new Place(0, 0), false);
        try (Ledger ledger = new Ledger(folder.resolve("ledger.ndjson"));
                Senders senders = new Senders(List.of(second), ledger, InstantSource.system(), Duration.ofMinutes(1))) {
            senders.begin(forty, new Random(1)).get();

            assertThat(ledger.attempts())
                    .filteredOn(attempt -> attempt.answer() instanceof Accepted)
                    .hasSizeBetween(25, 39);
        }
    }

    @Test
    void takesNoForAnAnswer() throws Exception {
        Path file = folder.resolve("ledger.ndjson");
        try (Ledger ledger = new Ledger(file);
                Senders senders = new Senders(
                        List.of(_ -> new Denied(409, "conflicting-content")),
                        ledger,
                        InstantSource.system(),
                        Duration.ofMinutes(1))) {
            senders.begin(List.of(MESSAGE), new Random(1)).get();
        }

        assertThat(Files.readAllLines(file)).hasSize(2).last().asString().contains("DENIED", "409 conflicting-content");
    }

    @Test
    void triesAnotherDoorNext() throws Exception {
        Queue<Integer> doors = new ConcurrentLinkedQueue<>();
        Senders.Door shut = _ -> {
            doors.add(0);
            return new Refused("no-connection", Duration.ofMillis(1));
        };
        Senders.Door open = _ -> {
            doors.add(1);
            return doors.size() > 2 ? new Accepted(new Place(0, 0), false) : new Unknown("HttpTimeoutException");
        };
        try (Ledger ledger = new Ledger(folder.resolve("ledger.ndjson"));
                Senders senders =
                        new Senders(List.of(shut, open), ledger, InstantSource.system(), Duration.ofMinutes(1))) {
            senders.begin(List.of(MESSAGE), new Random(1)).get();
        }

        assertThat(doors).contains(0, 1);
    }
}
