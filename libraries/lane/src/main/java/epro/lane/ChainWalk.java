package epro.lane;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Goes along one chain, entry by entry, and remembers the first that does not hold. */
final class ChainWalk {

    private final String lane;
    private byte[] lastHash;
    private long lastSequence;
    private long entries;
    private Optional<ChainFinding> firstFault = Optional.empty();

    ChainWalk(String lane) {
        this.lane = lane;
        this.lastHash = Canonical.genesis(lane);
    }

    void step(StoredEntry stored) {
        if (firstFault.isEmpty()) {
            firstFault = fault(stored.entry(), stored.canonical(), stored.hash());
        }
        entries++;
        lastSequence = stored.sequence();
        lastHash = stored.hash();
    }

    /**
     * Closes the chain.
     *
     * @param head what the lane's row says, if there is one
     */
    ChainReport end(Optional<ChainHead> head) {
        ChainHead reached = new ChainHead(lane, lastSequence, HexFormat.of().formatHex(lastHash));
        if (firstFault.isEmpty() && !head.equals(Optional.of(reached))) {
            long sequence = head.map(ChainHead::sequence).orElse(lastSequence);
            firstFault = Optional.of(new ChainFinding(lane, sequence, ChainFault.HEAD_DIFFERS));
        }
        return new ChainReport(lane, entries, lastSequence, firstFault);
    }

    private Optional<ChainFinding> fault(Entry entry, byte[] canonical, byte[] hash) {
        if (entry.sequence() > lastSequence + 1) {
            return Optional.of(new ChainFinding(lane, lastSequence + 1, ChainFault.ENTRY_MISSING));
        }
        if (entry.sequence() <= lastSequence) {
            return found(entry, ChainFault.ENTRY_DUPLICATED);
        }
        byte[] expected = canonical(entry);
        if (!Arrays.equals(expected, canonical)) {
            return found(
                    entry, sameButForLink(expected, canonical) ? ChainFault.LINK_BROKEN : ChainFault.ENTRY_ALTERED);
        }
        if (!Arrays.equals(Canonical.sha256(canonical), hash)) {
            return found(entry, ChainFault.HASH_DIFFERS);
        }
        return Optional.empty();
    }

    /** Of a time that has no number of microseconds, as infinity has none, nothing was ever hashed. */
    private byte[] canonical(Entry entry) {
        try {
            return entry.canonical(lastHash);
        } catch (ArithmeticException e) {
            return new byte[0];
        }
    }

    private Optional<ChainFinding> found(Entry entry, ChainFault fault) {
        return Optional.of(new ChainFinding(lane, entry.sequence(), fault));
    }

    private static boolean sameButForLink(byte[] expected, byte[] canonical) {
        int after = Entry.LINK_END;
        return canonical.length == expected.length
                && Arrays.equals(canonical, after, canonical.length, expected, after, expected.length);
    }
}
