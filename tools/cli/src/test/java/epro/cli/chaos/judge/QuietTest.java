package epro.cli.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.TreeMap;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class QuietTest {

    private static final Duration SHORTLY = Duration.ofMillis(400);

    @Test
    void saysThatTheBrokerDoesNotAnswer() throws InterruptedException {
        Quiet quiet = new Quiet(
                () -> {
                    throw new SQLException("it is not asked");
                },
                topic -> {
                    throw new TimeoutException("no metadata of " + topic);
                },
                SHORTLY);

        assertThat(quiet.await("study", new TreeMap<>())).contains("the broker does not answer");
    }

    @Test
    void saysThatTheDatabaseDoesNotAnswer() throws InterruptedException {
        Quiet quiet = new Quiet(
                () -> {
                    throw new SQLException("connection refused");
                },
                _ -> new TreeMap<>(),
                SHORTLY);

        assertThat(quiet.await("study", new TreeMap<>())).contains("the database does not answer");
    }
}
