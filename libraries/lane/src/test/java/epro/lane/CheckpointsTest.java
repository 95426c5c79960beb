package epro.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

    private final LaneScene scene = new LaneScene().withEntries(1);
    private final SigningKey key;
    private final Checkpoint first;
    private final Checkpoint second;
    private final Checkpoint fork;

    CheckpointsTest(@TempDir Path folder) throws Exception {
        key = SigningKey.read(KeyFile.write(folder.resolve("key"), "rw-------", KeyFile.pair("Ed25519")));
        first = scene.sign(key);
        scene.appendTo("operations", LaneScene.done("READ"));
        second = scene.sign(key);
        fork = key.next("processing", Optional.of(first), List.of(), LaneScene.NOON);
    }

    @Test
    void knowWhatTheirKeySigned() {
        assertThat(key.hasSigned(second)).isTrue();
        assertThat(key.hasSigned(second.at(LaneScene.NOON.plusSeconds(1)))).isFalse();
    }

    @Test
    void readsBackWhatWasStored() throws SQLException {
        try (Connection connection = scene.connect(LaneDatabase.READER)) {
            assertThat(Checkpoints.after(connection, "processing", 0, 0)).containsExactly(first, second);
            assertThat(Checkpoints.after(connection, "processing", 1, 1)).containsExactly(second);
            assertThat(Checkpoints.last(connection, "processing")).contains(second);
            assertThat(Checkpoints.last(connection, "notification")).isEmpty();
            assertThat(Checkpoints.hold(connection, first)).isTrue();
            assertThat(Checkpoints.hold(connection, fork)).isFalse();
        }
    }

    @Test
    void bringsACheckpointThroughTheTopicUnchanged() {
        assertThat(CheckpointEvents.fromEvent(CheckpointEvents.toEvent(second))).isEqualTo(second);
    }
}
