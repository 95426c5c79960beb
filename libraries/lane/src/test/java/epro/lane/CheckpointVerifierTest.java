package epro.lane;

import static epro.lane.LaneScene.LANE;
import static epro.lane.LaneScene.NOON;
import static epro.lane.LaneScene.stored;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointVerifierTest {

    private final LaneScene scene = new LaneScene();
    private final SigningKey key;
    private final List<Checkpoint> checkpoints = new ArrayList<>();

    CheckpointVerifierTest(@TempDir Path folder) throws Exception {
        key = SigningKey.read(KeyFile.write(folder.resolve("key"), "rw-------", KeyFile.pair("Ed25519")));
    }

    @BeforeEach
    void anchorsThreeTimes() throws SQLException {
        for (int offset = 0; offset < 6; offset++) {
            long position = offset;
            scene.append(append -> append.record(stored(position)), position + 1);
            if (offset % 2 == 1) {
                checkpoints.add(scene.sign(key));
            }
        }
        scene.append(append -> append.record(stored(6)), 7);
    }

    @Test
    void findsNothingInWhatNobodyTouched() throws SQLException {
        assertThat(findings()).isEmpty();
    }

    @Test
    void saysHowFarTheChainsAreAnchored() throws SQLException {
        try (Connection connection = scene.connect(LaneDatabase.READER);
                CheckpointVerifier verifier = new CheckpointVerifier(key.fingerprint(), connection, finding -> {})) {
            for (Checkpoint checkpoint : checkpoints) {
                verifier.accept(checkpoint);
            }
            verifier.accept(checkpoints.get(1));

            assertThat(verifier.anchored()).isEqualTo(Map.of(LANE, 6L));
            assertThat(verifier.count()).isEqualTo(3);
            assertThat(verifier.last()).contains(checkpoints.getLast());
        }
    }

    @Test
    void findsATailThatWasCutOffTogetherWithTheHead() throws SQLException {
        scene.cutBackTo(5);

        assertThat(scene.verified(LANE).firstFault()).isEmpty();
        assertThat(findings()).containsExactly(new ChainFinding(LANE, 6, ChainFault.ANCHORED_ENTRY_MISSING));
    }

    @Test
    void findsAChainThatWasHashedAnewFromSomeEntryOn() throws SQLException {
        scene.cutBackTo(3);
        for (long offset = 3; offset < 7; offset++) {
            long position = offset + 100;
            scene.append(append -> append.record(stored(position)), position + 1);
        }

        assertThat(scene.verified(LANE).firstFault()).isEmpty();
        assertThat(findings())
                .containsExactly(
                        new ChainFinding(LANE, 4, ChainFault.ANCHORED_ENTRY_DIFFERS),
                        new ChainFinding(LANE, 6, ChainFault.ANCHORED_ENTRY_DIFFERS));
    }

    @Test
    void findsACheckpointThatIsMissing() throws SQLException {
        checkpoints.remove(1);

        assertThat(findings()).containsExactly(at(3, ChainFault.CHECKPOINT_MISSING));
    }

    @Test
    void findsACheckpointThatAnotherKeySigned(@TempDir Path folder) throws Exception {
        SigningKey other = SigningKey.read(KeyFile.write(folder.resolve("k"), "rw-------", KeyFile.pair("Ed25519")));
        Checkpoint second = checkpoints.get(1);
        checkpoints.set(1, other.next("processing", Optional.of(checkpoints.getFirst()), second.heads(), NOON));

        assertThat(findings()).containsExactly(at(2, ChainFault.CHECKPOINT_KEY));
    }

    @Test
    void findsHeadsAndSignaturesThatWereChanged() throws SQLException {
        Checkpoint second = checkpoints.get(1);
        String zeros = HexFormat.of().formatHex(new byte[64]);
        checkpoints.set(1, second.signed(zeros));
        Checkpoint third = checkpoints.get(2);
        checkpoints.set(2, changed(third, third.root(), second.heads()));

        assertThat(findings())
                .containsExactly(at(2, ChainFault.CHECKPOINT_SIGNATURE), at(3, ChainFault.CHECKPOINT_ROOT));
    }

    @Test
    void findsACheckpointThatDoesNotCiteTheOneBefore() throws SQLException {
        Checkpoint first = checkpoints.getFirst();
        Checkpoint strange = changed(first, "00", first.heads());
        checkpoints.set(1, key.next("processing", Optional.of(strange), first.heads(), NOON));
        checkpoints.remove(2);

        assertThat(findings()).containsExactly(at(2, ChainFault.CHECKPOINT_CHAIN));
    }

    @Test
    void saysWhatARestoreLostAndThatTheNewEpochHolds() throws SQLException {
        scene.cutBackTo(3);
        for (long offset = 3; offset < 5; offset++) {
            long position = offset + 100;
            scene.append(append -> append.record(stored(position)), position + 1);
        }
        checkpoints.add(key.opening(2, checkpoints.getLast(), heads(), NOON));
        scene.append(append -> append.record(stored(200)), 201);
        checkpoints.add(key.next("processing", Optional.of(checkpoints.getLast()), heads(), NOON));

        assertThat(findings()).containsExactly(new ChainFinding(LANE, 3, ChainFault.TAIL_LOST, 6L));
    }

    @Test
    void saysTheSameWhenACheckpointComesAgainThatTheBackupHadNotPublishedYet() throws SQLException {
        scene.cutBackTo(3);
        checkpoints.add(checkpoints.getFirst());
        checkpoints.add(key.opening(2, checkpoints.get(2), heads(), NOON));

        assertThat(findings()).containsExactly(new ChainFinding(LANE, 3, ChainFault.TAIL_LOST, 6L));
    }

    @Test
    void doesNotTakeAChangedEntryForALostOne() throws SQLException {
        scene.database.tamper("UPDATE audit_entry SET hash = sha256('') WHERE sequence = 4");
        checkpoints.add(key.opening(2, checkpoints.getLast(), heads(), NOON));

        assertThat(findings()).containsExactly(new ChainFinding(LANE, 4, ChainFault.ANCHORED_ENTRY_DIFFERS));
    }

    @Test
    void opensNoEpochThatAnotherKeySigned(@TempDir Path folder) throws Exception {
        SigningKey other = SigningKey.read(KeyFile.write(folder.resolve("k"), "rw-------", KeyFile.pair("Ed25519")));
        scene.cutBackTo(5);
        checkpoints.add(other.opening(2, checkpoints.getLast(), heads(), NOON));

        assertThat(findings())
                .containsExactly(
                        new ChainFinding("checkpoints/processing/2", 1, ChainFault.CHECKPOINT_KEY),
                        new ChainFinding(LANE, 6, ChainFault.ANCHORED_ENTRY_MISSING));
    }

    private List<ChainHead> heads() throws SQLException {
        try (Connection connection = scene.connect(LaneDatabase.READER)) {
            return Checkpoints.heads(connection);
        }
    }

    private List<ChainFinding> findings() throws SQLException {
        List<ChainFinding> findings = new ArrayList<>();
        try (Connection connection = scene.connect(LaneDatabase.READER);
                CheckpointVerifier verifier = new CheckpointVerifier(key.fingerprint(), connection, findings::add)) {
            for (Checkpoint checkpoint : checkpoints) {
                verifier.accept(checkpoint);
            }
        }
        return findings;
    }

    private static ChainFinding at(long number, ChainFault fault) {
        return new ChainFinding("checkpoints/processing/1", number, fault);
    }

    private static Checkpoint changed(Checkpoint c, String root, List<ChainHead> heads) {
        return new Checkpoint(
                c.service(),
                c.epoch(),
                c.number(),
                c.previousRoot(),
                root,
                heads,
                c.signedAt(),
                c.keyFingerprint(),
                c.publicKey(),
                c.signature());
    }
}
