package epro.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTest {

    private final LaneScene scene = new LaneScene().withEntries(2);

    RightsTest() throws SQLException {}

    @ParameterizedTest
    @CsvSource({
        "lane_owner, UPDATE audit_entry SET actor = 'x', audit_entry refuses UPDATE",
        "lane_owner, DELETE FROM audit_entry WHERE sequence = 2, audit_entry refuses DELETE",
        "lane_owner, TRUNCATE audit_entry, audit_entry refuses TRUNCATE",
        "lane_owner, UPDATE audit_checkpoint SET root = 'x', audit_checkpoint refuses UPDATE",
        "lane_owner, DELETE FROM audit_checkpoint, audit_checkpoint refuses DELETE",
        "lane_owner, TRUNCATE audit_checkpoint, audit_checkpoint refuses TRUNCATE",
        "lane_app, UPDATE audit_entry SET actor = 'x', permission denied",
        "lane_app, DELETE FROM audit_entry, permission denied",
        "lane_app, TRUNCATE audit_entry, permission denied",
        "lane_app, ALTER TABLE audit_entry DISABLE TRIGGER ALL, must be owner",
        "lane_app, DELETE FROM lane, permission denied",
        "lane_reader, DELETE FROM outbox, permission denied",
        "lane_reader, UPDATE lane SET sequence = 0, permission denied",
    })
    void refusesToChangeWhatWasRecorded(String role, String sql, String answer) throws SQLException {
        try (Connection connection = scene.database.as(role).getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(answer);
        }
    }

    @Test
    void letsTheReaderRead() throws SQLException {
        assertThat(scene.database.number("SELECT count(*) FROM audit_entry")).isEqualTo(2);
    }
}
