package epro.lane;

import static epro.lane.LaneScene.LANE;
import static epro.lane.LaneScene.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainVerifierTest {

    private final LaneScene scene = new LaneScene().withEntries(9);

    ChainVerifierTest() throws SQLException {
        scene.appendTo("operations", done("READ"));
        scene.appendTo("operations", done("EXPORTED"));
    }

    @Test
    void findsNothingInChainsThatNobodyTouched() throws SQLException {
        assertThat(scene.verified(LANE).firstFault()).isEmpty();
        assertThat(scene.verified("operations"))
                .extracting(ChainReport::entries)
                .isEqualTo(2L);
    }

    @Test
    void readsWhateverALaneIsCalledAndWhateverStandsInIt() throws SQLException {
        String lane = "o'clock \\ 车道";
        scene.appendTo(lane, done("说 \u0001 '\"\\"));
        scene.appendTo(lane, done("x".repeat(200_000)));
        assertThat(scene.verified(lane))
                .returns(2L, ChainReport::entries)
                .returns(Optional.empty(), ChainReport::firstFault);
    }

    @Test
    void findsWhatWasEmptiedWhereNothingMayBeEmpty() throws SQLException {
        scene.database.tamper(
                "ALTER TABLE audit_entry ALTER actor DROP NOT NULL, ALTER hash DROP NOT NULL",
                "UPDATE audit_entry SET actor = NULL WHERE sequence = 4 AND lane = '" + LANE + "'",
                "UPDATE audit_entry SET hash = NULL WHERE sequence = 1 AND lane = 'operations'");
        assertThat(scene.verified(LANE).firstFault()).contains(new ChainFinding(LANE, 4, ChainFault.ENTRY_ALTERED));
        assertThat(scene.verified("operations").firstFault())
                .contains(new ChainFinding("operations", 1, ChainFault.HASH_DIFFERS));
    }

    @Test
    void leavesAConnectionThatCanBeUsedWhenItsReaderThrows() throws SQLException {
        scene.appendTo("long", done("x".repeat(2_000_000)));
        scene.appendTo("long", done("y".repeat(2_000_000)));
        try (Connection connection = scene.database.as(LaneDatabase.READER).getConnection()) {
            connection.setAutoCommit(false);
            ChainVerifier verifier = new ChainVerifier(connection);
            assertThatThrownBy(() -> verifier.verify("long", () -> {
                        throw new IllegalStateException("enough");
                    }))
                    .hasMessage("enough");

            connection.rollback();

            assertThat(verifier.lanes()).containsExactly(LANE, "long", "operations");
            assertThat(verifier.verify(LANE, () -> {}).firstFault()).isEmpty();
        }
    }

    @Test
    void namesEveryLaneThatHasARowOrAnEntry() throws SQLException {
        scene.database.tamper("DELETE FROM lane WHERE name = 'operations'");
        try (Connection connection = scene.database.as(LaneDatabase.READER).getConnection()) {
            connection.setAutoCommit(false);

            assertThat(new ChainVerifier(connection).lanes()).containsExactly(LANE, "operations");
        }
        assertThat(scene.verified("operations").firstFault())
                .contains(new ChainFinding("operations", 2, ChainFault.HEAD_DIFFERS));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            actor | UPDATE audit_entry SET actor = 'nobody' WHERE sequence = 4 | 4 | ENTRY_ALTERED
            detail | UPDATE audit_entry SET detail = '{"a":1}' WHERE sequence = 4 | 4 | ENTRY_ALTERED
            clock | UPDATE audit_entry SET recorded_at = recorded_at + interval '1 us' WHERE sequence = 4 | 4 | ENTRY_ALTERED
            device | UPDATE audit_entry SET device_time = NULL WHERE sequence = 4 | 4 | ENTRY_ALTERED
            position | UPDATE audit_entry SET record_offset = 77 WHERE sequence = 4 | 4 | ENTRY_ALTERED
            bytes | UPDATE audit_entry SET canonical = substring(canonical FROM 2) WHERE sequence = 4 | 4 | ENTRY_ALTERED
            hash | UPDATE audit_entry SET hash = sha256(decode('00', 'hex')) WHERE sequence = 4 | 4 | HASH_DIFFERS
            delete | DELETE FROM audit_entry WHERE sequence = 4 | 4 | ENTRY_MISSING
            first | DELETE FROM audit_entry WHERE sequence = 1 | 1 | ENTRY_MISSING
            tail | DELETE FROM audit_entry WHERE sequence = 9 | 9 | HEAD_DIFFERS
            head | UPDATE lane SET hash = sha256(decode('00', 'hex')) WHERE sequence = 9 | 9 | HEAD_DIFFERS
            """)
    void findsTheFirstBadLink(String what, String sql, long sequence, ChainFault fault) throws SQLException {
        scene.database.tamper(sql + " AND " + (sql.startsWith("UPDATE lane") ? "name" : "lane") + " = '" + LANE + "'");

        assertThat(scene.verified(LANE).firstFault()).as(what).contains(new ChainFinding(LANE, sequence, fault));
    }

    @Test
    void findsTwoEntriesThatChangedPlaces() throws SQLException {
        scene.database.tamper(
                "UPDATE audit_entry SET sequence = -4 WHERE sequence = 4 AND lane = '" + LANE + "'",
                "UPDATE audit_entry SET sequence = 4 WHERE sequence = 5 AND lane = '" + LANE + "'",
                "UPDATE audit_entry SET sequence = 5 WHERE sequence = -4 AND lane = '" + LANE + "'");

        assertThat(scene.verified(LANE).firstFault()).contains(new ChainFinding(LANE, 4, ChainFault.ENTRY_ALTERED));
    }

    @Test
    void findsACopyUnderTheSameSequence() throws SQLException {
        scene.database.tamper(
                "ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_pkey, DROP CONSTRAINT audit_entry_position",
                "INSERT INTO audit_entry SELECT * FROM audit_entry WHERE sequence = 4 AND lane = '" + LANE + "'");

        assertThat(scene.verified(LANE).firstFault()).contains(new ChainFinding(LANE, 4, ChainFault.ENTRY_DUPLICATED));
    }

    @Test
    void findsAnEntryThatCameFromAnotherLane() throws SQLException {
        scene.database.tamper("UPDATE audit_entry SET lane = '" + LANE + "', sequence = 10 WHERE action = 'EXPORTED'");

        assertThat(scene.verified(LANE).firstFault()).contains(new ChainFinding(LANE, 10, ChainFault.ENTRY_ALTERED));
        assertThat(scene.verified("operations").firstFault())
                .contains(new ChainFinding("operations", 2, ChainFault.HEAD_DIFFERS));
    }

    @Test
    void findsAnEntryThatWasPutInWithAHashOfItsOwn() throws SQLException {
        scene.database.tamper("""
                INSERT INTO audit_entry SELECT lane, 10, action, actor, entity, content_hash, device_time, received_at,
                    recorded_at, topic_id, partition, 9, detail, canonical, hash FROM audit_entry WHERE record_offset = 8""");

        assertThat(scene.verified(LANE).firstFault()).contains(new ChainFinding(LANE, 10, ChainFault.ENTRY_ALTERED));
    }

    @Test
    void findsAnEntryThatFollowsAnother() throws SQLException {
        Entry forged = new Entry(LANE, 10, Entry.inMicroseconds(LaneScene.stored(9)));
        LinkedEntry linked = new LinkedEntry(forged, Canonical.genesis("elsewhere"));
        try (Connection connection = scene.database.as(LaneDatabase.SUPERUSER).getConnection()) {
            AppendRows.insertEntries(connection, List.of(linked));
        }

        assertThat(scene.verified(LANE).firstFault()).contains(new ChainFinding(LANE, 10, ChainFault.LINK_BROKEN));
    }
}
