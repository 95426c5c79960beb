package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.cli.submission.Answer.Place;
import epro.stack.DatabaseRole;
import epro.stack.Part;
import epro.stack.Replica;
import epro.stack.StandardRole;
import epro.stack.process.Signal;
import epro.testing.Http;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class AbandonedDataCheckTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String STUDY = "abandoned-check";

    private final Pipeline pipeline = Pipeline.running();

    @Test
    void isAbandonedWhenItsWorkerIsKilledInTheMiddleOfIt() throws SQLException {
        Forms.publishDiary(pipeline);
        try (GoodClient client = new GoodClient(pipeline);
                Replica worker = pipeline.stack().replica(Part.PROCESSING, Map.of())) {
            Place place = client.deliver(diary(1)).place();
            await().atMost(PATIENCE).until(() -> stored() == 1);
            String check = killInTheMiddle(client, worker, place);

            assertThat(state(check)).isEqualTo("RUNNING");
            await().atMost(PATIENCE).until(() -> state(check), "ABANDONED"::equals);
            await().atMost(PATIENCE).until(() -> stored() == 2);
        }
        assertThat(pipeline.dataCheck().path("state").asString()).isEqualTo("CLEAN");
    }

    /** A data check waits for what was sent before it; while the lane is locked that can't be stored, so that it waits on. */
    private String killInTheMiddle(GoodClient client, Replica worker, Place place) throws SQLException {
        try (Connection _ = lockLane(place.partition())) {
            client.deliver(diary(2));
            String check = DataCheck.start(new Http(worker.address(), pipeline.token(StandardRole.OPS)));
            await().atMost(PATIENCE).until(() -> beats(check));
            worker.signal(Signal.KILL);
            return check;
        }
    }

    /** Until the connection is closed. */
    private Connection lockLane(int partition) throws SQLException {
        Connection connection = pipeline.stack().database(DatabaseRole.POSTGRES).connect();
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement(
                "select name from lane where topic like 'epro.submissions%' and partition = ? for update")) {
            lock.setInt(1, partition);
            assertThat(lock.executeQuery().next()).isTrue();
        }
        return connection;
    }

    /** Whether the worker has given a sign of life from the stage in which it is held up. */
    private boolean beats(String check) throws SQLException {
        return pipeline.database()
                        .number(
                                "select count(*) from data_check"
                                        + " where data_check_id = ?::uuid and stage = 'waiting for the pipeline'",
                                check.substring(check.lastIndexOf('/') + 1))
                == 1;
    }

    private long stored() throws SQLException {
        return pipeline.database().number("select count(*) from submission where study_id = ?", STUDY);
    }

    private String state(String check) {
        return Pipeline.json(pipeline.processing(StandardRole.OPS).get(check))
                .path("state")
                .asString();
    }

    private static String diary(int number) {
        return new Diary(STUDY, "p-1", STUDY + "-" + number, 3).json();
    }
}
