package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import epro.schemas.Topics;
import epro.stack.Part;
import epro.testing.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("slow")
@Timeout(90)
class BrokerFaultTest extends IntakeTest {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    /** Far below the four seconds after which a send is given up, and enough for 50 connections on a busy machine. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private static final Answer NONE = Answer.none();

    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void recover() {
        stack.resume(Part.KAFKA);
        stack.awaitReady(Part.KAFKA);
        takesSubmissionsAgain();
    }

    @Test
    void answersTrulyWhatWasOnItsWayThroughAShortFreeze() {
        stack.suspend(Part.KAFKA);
        var waiting = submitMany(20);
        await().until(() -> gauge("epro_intake_in_flight{") == 20);

        stack.resume(Part.KAFKA);

        var answers = waiting.stream().map(CompletableFuture::join).toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(202, 503));
        assertThat(accepted(answers))
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(offsets()).contains(offset(answer)));
    }

    @Test
    void refusesAtOnceWhileTheBrokerIsFrozenAndNeverHangs() {
        stack.suspend(Part.KAFKA);
        var early = submitMany(10);
        awaitUnreachable();

        var late = submitMany(50).stream().map(CompletableFuture::join).toList();

        assertThat(late).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).matches("[1-9]\\d?");
            assertThat(answer.text("submissionId")).isNotEmpty();
            assertThat(answer.took()).isLessThan(ANSWER_MAX);
        });
        assertThat(late)
                .filteredOn(answer -> code(answer).equals("broker-unreachable"))
                .hasSizeGreaterThan(45)
                .allSatisfy(answer -> assertThat(answer.took()).isLessThan(AT_ONCE));
        assertThat(early).map(CompletableFuture::join).allSatisfy(answer -> {
            assertThat(code(answer)).isEqualTo("delivery-unknown");
            assertThat(answer.took()).isLessThan(ANSWER_MAX);
        });
    }

    @Test
    void refusesWhileTheBrokerIsGoneAndTakesSubmissionsOnceItIsBack() {
        stack.stop(Part.KAFKA);
        try {
            var answers =
                    Stream.generate(() -> submit(body(somePatient()))).limit(5).toList();

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(code(answer)).isIn("broker-unreachable", "delivery-unknown");
                assertThat(answer.took()).isLessThan(ANSWER_MAX);
            });
        } finally {
            stack.start(Part.KAFKA);
        }
        takesSubmissionsAgain();
        assertThat(gauge("epro_intake_in_flight{")).isZero();
    }

    @Test
    void sharesTheSendOfEqualRequestsAndRefusesOtherContent() {
        var patient = somePatient();
        stack.suspend(Part.KAFKA);
        var first = later(body(patient, "'submissionId':'s',"));
        await().until(() -> gauge("epro_intake_in_flight{") == 1);
        var second = later(body(patient, "'submissionId':'s',"));

        assertThat(submit(body(patient, "'submissionId':'s','language':'en',")).status())
                .isEqualTo(409);
        await().until(() -> intake.management("/actuator/prometheus").raw().contains("result=\"shared\""));
        stack.resume(Part.KAFKA);

        assertThat(first.join().status()).isEqualTo(202);
        assertThat(offset(second.join())).isEqualTo(offset(first.join()));
        assertThat(second.join().body().path("repeated").asBoolean()).isTrue();
        assertThat(second.join().text("receivedAt")).isEqualTo(first.join().text("receivedAt"));
    }

    private void awaitUnreachable() {
        var probes = new ConcurrentLinkedQueue<CompletableFuture<Answer>>();
        await().atMost(Duration.ofSeconds(4)).until(() -> {
            probes.add(later(body(somePatient())));
            return probes.stream().anyMatch(probe -> code(probe.getNow(NONE)).equals("broker-unreachable"));
        });
    }

    private void takesSubmissionsAgain() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> submit(body(somePatient())).status() == 202);
        await().atMost(Duration.ofSeconds(10)).until(() -> gauge("epro_intake_in_flight{") == 0);
    }

    private List<CompletableFuture<Answer>> submitMany(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> later(body(somePatient())))
                .toList();
    }

    private CompletableFuture<Answer> later(String body) {
        return CompletableFuture.supplyAsync(() -> submit(body), clients);
    }

    private double gauge(String start) {
        return intake.management("/actuator/prometheus")
                .raw()
                .lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private List<String> offsets() {
        return new TopicReader(stack.kafka())
                .read(Topics.SUBMISSIONS).stream()
                        .map(record -> record.partition() + "/" + record.offset())
                        .toList();
    }

    private static List<Answer> accepted(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 202).toList();
    }

    private static String offset(Answer answer) {
        return answer.text("partition") + "/" + answer.text("offset");
    }

    private static String code(Answer answer) {
        return answer.text("code");
    }
}
