package epro.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

    private final LaneScene scene = new LaneScene().withEntries(1);
    private final Checkpoint first;
    private final Checkpoint second;

    CheckpointsTest(@TempDir Path folder) throws Exception {
        SigningKey key = SigningKey.read(KeyFile.write(folder.resolve("key"), "rw-------", KeyFile.pair("Ed25519")));
        first = scene.sign(key);
        scene.appendTo("operations", LaneScene.done("READ"));
        second = scene.sign(key);
    }

    @Test
    void readsBackWhatWasStored() throws SQLException {
        try (Connection connection = scene.connect(LaneDatabase.READER)) {
            assertThat(Checkpoints.after(connection, "processing", 0, 0)).containsExactly(first, second);
            assertThat(Checkpoints.after(connection, "processing", 1, 1)).containsExactly(second);
            assertThat(Checkpoints.last(connection, "processing")).contains(second);
            assertThat(Checkpoints.last(connection, "notification")).isEmpty();
        }
    }

    @Test
    void bringsACheckpointThroughTheTopicUnchanged() {
        assertThat(CheckpointEvents.fromEvent(CheckpointEvents.toEvent(second))).isEqualTo(second);
    }
}
