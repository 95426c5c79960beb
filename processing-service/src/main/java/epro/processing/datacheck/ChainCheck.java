package epro.processing.datacheck;

import epro.lane.ChainFinding;
import epro.lane.ChainVerifier;
import java.sql.Connection;
import java.sql.SQLException;

/** Recomputes every audit chain. */
record ChainCheck(Connection connection, Progress progress) {

    void run() throws SQLException, InterruptedException {
        ChainVerifier verifier = new ChainVerifier(connection);
        for (String lane : verifier.lanes()) {
            Interruption.check();
            verifier.verify(lane, this::count).firstFault().ifPresent(fault -> note(fault, progress));
        }
    }

    /** Under which code a broken chain, or a broken row of checkpoints, is found. */
    static void note(ChainFinding fault, Progress progress) {
        Code code = switch (fault.code()) {
            case ENTRY_MISSING, ENTRY_DUPLICATED, ENTRY_ALTERED, HASH_DIFFERS, LINK_BROKEN, HEAD_DIFFERS ->
                Code.CHAIN_BROKEN;
            case ANCHORED_ENTRY_MISSING, ANCHORED_ENTRY_DIFFERS, TAIL_LOST -> Code.CHAIN_DIFFERS;
            case CHECKPOINT_MISSING -> Code.CHECKPOINT_MISSING;
            case CHECKPOINT_KEY, CHECKPOINT_SIGNATURE, CHECKPOINT_ROOT, CHECKPOINT_CHAIN -> Code.CHECKPOINT_INVALID;
        };
        String through = fault.through() == null ? "" : " to " + fault.through();
        progress.found(code, fault.lane(), fault.code().text() + " at " + fault.sequence() + through);
    }

    private void count() {
        progress.compared(Counted.AUDIT_ENTRIES, 1);
    }
}
