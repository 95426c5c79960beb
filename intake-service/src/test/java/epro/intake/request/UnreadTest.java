package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import epro.intake.RunningIntake;
import epro.intake.buffer.EncodedSubmission;
import epro.intake.buffer.SubmissionBuffer;
import epro.stack.Part;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class UnreadTest extends IntakeTest {
    private static final String UNREADABLE = "{";

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private RunningIntake small;

    @BeforeEach
    void startASmallOne() {
        small = RunningIntake.with(stack, Map.of("INTAKE_BUFFER_CAPACITY", "1"));
        await().atMost(Duration.ofSeconds(30)).until(small::ready);
    }

    @AfterEach
    void recover() {
        stack.resume(Part.KAFKA);
        stack.awaitReady(Part.KAFKA);
        small.close();
        clients.close();
    }

    @Test
    void isTurnedAwayUnreadOnlyWhileThereIsNoRoom() {
        var token = gateway();
        assertThat(small.submit(token, UNREADABLE).status()).isEqualTo(400);
        stack.suspend(Part.KAFKA);
        var held = CompletableFuture.supplyAsync(() -> small.submit(token, body(somePatient())), clients);
        await().pollInterval(Duration.ofMillis(2)).until(() -> small.buffer().size() == 1);
        var enough = new AtomicBoolean();
        var crowd = CompletableFuture.runAsync(() -> comeUntil(enough, small.buffer()), clients);

        assertThat(small.submit(token, UNREADABLE)).satisfies(UnreadTest::isUnread);
        assertThat(small.management("/actuator/prometheus").raw())
                .contains("epro_intake_offers_total{result=\"unread\",service=\"intake-service\"} 1.0");

        enough.set(true);
        crowd.join();
        stack.resume(Part.KAFKA);
        held.join();
        assertThat(small.submit(token, UNREADABLE).status()).isEqualTo(400);
    }

    private static void isUnread(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("buffer-full");
        assertThat(answer.header("Retry-After")).matches("[1-9]\\d?");
    }

    /** None of these is ever sent, for the one that is held takes all the room. */
    private static void comeUntil(AtomicBoolean enough, SubmissionBuffer buffer) {
        while (!enough.get()) {
            buffer.offer(new EncodedSubmission(
                    UUID.randomUUID(), UUID.randomUUID(), "", Instant.EPOCH, ByteBuffer.allocate(1), Map.of()));
        }
    }
}
