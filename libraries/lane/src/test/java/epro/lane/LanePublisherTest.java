package epro.lane;

import static epro.lane.LaneScene.LANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class LanePublisherTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final LaneScene scene = new LaneScene();
    private final DataSource app = scene.database.as(LaneDatabase.APP);
    private final List<String> sent = new CopyOnWriteArrayList<>();

    LanePublisherTest() throws SQLException {}

    @Test
    void publishesInOrderAndForgetsWhatIsPublished() throws SQLException {
        scene.withEvents(2_500);
        LanePublisher publisher = new LanePublisher(app, this::acknowledged, TIMEOUT);

        assertThat(publisher.unpublished()).isEqualTo(Map.of(LANE, 0L));
        assertThat(publisher.publish(LANE)).isEqualTo(2_500);

        assertThat(sent).isEqualTo(events(1, 2_500));
        assertThat(publisher.unpublished()).isEmpty();
        assertThat(publisher.publish(LANE)).isZero();
        assertThat(scene.database.number("SELECT count(*) FROM outbox")).isZero();
        assertThat(scene.database.number("SELECT published_through FROM lane")).isEqualTo(2_500);
    }

    @Test
    void keepsEverythingFromTheFirstUnacknowledgedOn() throws SQLException {
        scene.withEvents(5);
        LanePublisher failing = new LanePublisher(app, event -> failsAt("event-3", event), TIMEOUT);

        assertThatExceptionOfType(LaneNotPublished.class)
                .isThrownBy(() -> failing.publish(LANE))
                .withMessage("Event 3 of lane " + LANE + " was not acknowledged, it stays to be sent again")
                .withCauseInstanceOf(IOException.class);
        assertThat(scene.database.number("SELECT published_through FROM lane")).isEqualTo(2);

        assertThat(sent).isEqualTo(events(1, 2));
        sent.clear();
        assertThat(new LanePublisher(app, this::acknowledged, TIMEOUT).publish(LANE))
                .isEqualTo(3);
        assertThat(sent).isEqualTo(events(3, 5));
    }

    @Test
    void treatsASenderThatThrowsAsASendThatFailed() throws SQLException {
        scene.withEvents(1);
        LanePublisher throwing = new LanePublisher(
                app,
                event -> {
                    throw new IllegalStateException("closed");
                },
                TIMEOUT);

        assertThatExceptionOfType(LaneNotPublished.class).isThrownBy(() -> throwing.publish(LANE));
        assertThat(throwing.unpublished()).isEqualTo(Map.of(LANE, 0L));
    }

    @Test
    void givesUpAfterItsTimeoutAndKeepsTheEvents() throws SQLException {
        scene.withEvents(3);
        LanePublisher silent = new LanePublisher(app, event -> new CompletableFuture<>(), Duration.ofMillis(50));

        assertThatExceptionOfType(LaneNotPublished.class).isThrownBy(() -> silent.publish(LANE));
        assertThat(scene.database.number("SELECT count(*) FROM outbox")).isEqualTo(3);
    }

    @Test
    void repeatsTheSameEventsAfterACrashBetweenSendAndCommit() throws SQLException {
        scene.withEvents(4);
        LanePublisher crashing = new LanePublisher(crashingAtCommit(), this::acknowledged, TIMEOUT);

        assertThatThrownBy(() -> crashing.publish(LANE)).isInstanceOf(SQLException.class);
        new LanePublisher(app, this::acknowledged, TIMEOUT).publish(LANE);

        assertThat(sent.subList(0, 4)).isEqualTo(events(1, 4));
        assertThat(sent.subList(4, 8)).isEqualTo(events(1, 4));
    }

    @Test
    void publishesEachEventOnceHoweverManyPublish() throws Exception {
        scene.withEvents(3_000);
        LanePublisher publisher = new LanePublisher(app, this::acknowledged, TIMEOUT);
        Callable<Integer> publish = () -> publisher.publish(LANE);
        int published = 0;
        try (ExecutorService publishers = Executors.newFixedThreadPool(4)) {
            for (var one : publishers.invokeAll(List.of(publish, publish, publish, publish))) {
                published += one.get();
            }
        }

        assertThat(published).isEqualTo(3_000);
        assertThat(sent).isEqualTo(events(1, 3_000));
    }

    @Test
    void keepsNobodyFromWritingWhileTheBrokerIsWaitedFor() throws Exception {
        scene.withEvents(1);
        CompletableFuture<OutboxEvent> reached = new CompletableFuture<>();
        CompletableFuture<String> answer = new CompletableFuture<>();
        LanePublisher publisher = new LanePublisher(
                app,
                event -> {
                    reached.complete(event);
                    return answer;
                },
                TIMEOUT);
        try (ExecutorService waiting = Executors.newSingleThreadExecutor()) {
            Future<Integer> published = waiting.submit(() -> publisher.publish(LANE));
            reached.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            scene.withEntries(3);
            assertThat(published).isNotDone();
            answer.complete("acknowledged");
            assertThat(published.get()).isEqualTo(1);
        }
        assertThat(scene.database.number("SELECT published_through FROM lane")).isEqualTo(1);
        assertThat(scene.database.number("SELECT sequence FROM lane")).isEqualTo(3);
    }

    @Test
    void hasNothingToPublishOfALaneThatIsNotThereYet() throws SQLException {
        assertThat(new LanePublisher(app, this::acknowledged, TIMEOUT).publish("never-written"))
                .isZero();
    }

    @Test
    void refusesATimeoutThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LanePublisher(app, this::acknowledged, Duration.ZERO))
                .withMessage("timeout must be positive, was PT0S");
    }

    private CompletionStage<?> acknowledged(OutboxEvent event) {
        sent.add(String.valueOf(event.headers().get("ce_id")));
        return CompletableFuture.completedStage(null);
    }

    private CompletionStage<?> failsAt(String id, OutboxEvent event) {
        return id.equals(event.headers().get("ce_id"))
                ? CompletableFuture.failedStage(new IOException("broker away"))
                : acknowledged(event);
    }

    private static List<String> events(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(n -> "event-" + n).toList();
    }

    private DataSource crashingAtCommit() {
        return proxy(DataSource.class, app, "getConnection", () -> crashing(app.getConnection()));
    }

    private static Connection crashing(Connection connection) {
        return proxy(Connection.class, connection, "commit", () -> {
            connection.close();
            throw new SQLException("the process is gone");
        });
    }

    private static <T> T proxy(Class<T> type, T target, String method, Callable<?> instead) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return instead.call();
                    }
                    try {
                        return called.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
        return type.cast(proxy);
    }
}
