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
import java.util.concurrent.Callable;
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
    /** Reading it would tell that it is no submission. */
    private static final String NOT_WORTH_READING =
            body("P-1", "'submissionId':'s-unread','client':{'app':'diary-u','version':'1.2'},'nonsense':1,");

    private ExecutorService clients;
    private RunningIntake small;

    @BeforeEach
    void startASmallOne() {
        clients = Executors.newVirtualThreadPerTaskExecutor();
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
        assertThat(small.submit(token, NOT_WORTH_READING).status()).isEqualTo(400);

        beforeACrowd(() -> {
            isRefusedForRoom(whileItIsDense(() -> small.submit(token, NOT_WORTH_READING)));
            assertThat(small.management("/actuator/prometheus").raw())
                    .containsPattern("epro_intake_offers_total\\{result=\"unread\",service=\"intake-service\"} [1-9]");
        });

        assertThat(small.submit(token, NOT_WORTH_READING).status()).isEqualTo(400);
    }

    @Test
    void isNamedAllTheSame() {
        beforeACrowd(() -> {
            assertThat(named(whileItIsDense(() -> small.submit(gateway(), NOT_WORTH_READING))))
                    .isEqualTo("s-unread");
            assertThat(named(whileItIsDense(() -> small.submit(gateway(), "{}", "Idempotency-Key", "s-header"))))
                    .isEqualTo("s-header");
            var made = body(somePatient(), "'completedAt':'2026-11-02T08:00:00Z',");
            assertThat(named(small.submit(gateway(), made)))
                    .isNotEmpty()
                    .isEqualTo(named(small.submit(gateway(), made)));
        });
    }

    @Test
    void isCountedByTheAppThatSentIt() {
        beforeACrowd(() -> whileItIsDense(() -> small.submit(gateway(), NOT_WORTH_READING)));

        await().untilAsserted(() -> assertThat(
                        small.management("/actuator/prometheus").raw())
                .containsPattern(
                        "epro_intake_refusals_total\\{app=\"diary-u\",code=\"buffer-full\".*version=\"1.2\"} [1-9]"));
    }

    private void beforeACrowd(Runnable visit) {
        var enough = new AtomicBoolean();
        stack.suspend(Part.KAFKA);
        var held = CompletableFuture.supplyAsync(() -> small.submit(gateway(), body(somePatient())), clients);
        await().pollInterval(Duration.ofMillis(2)).until(() -> small.buffer().size() == 1);
        var crowd = CompletableFuture.runAsync(() -> comeUntil(enough, small.buffer()), clients);
        try {
            visit.run();
        } finally {
            enough.set(true);
        }
        crowd.join();
        stack.resume(Part.KAFKA);
        held.join();
    }

    /** A crowd that is held up for a moment is read for that long. */
    private static Answer whileItIsDense(Callable<Answer> visit) {
        return await().pollInterval(Duration.ofMillis(10)).until(visit, answer -> answer.status() == 503);
    }

    private static String named(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        return answer.text("submissionId");
    }

    private static void isRefusedForRoom(Answer answer) {
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
