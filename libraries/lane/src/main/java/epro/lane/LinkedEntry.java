package epro.lane;

/** An entry that has its link in the chain. */
final class LinkedEntry {

    private final Entry entry;
    private final byte[] canonical;
    private final byte[] hash;

    LinkedEntry(Entry entry, byte[] previous) {
        this.entry = entry;
        this.canonical = entry.canonical(previous);
        this.hash = Canonical.sha256(canonical);
    }

    Entry entry() {
        return entry;
    }

    byte[] canonical() {
        return canonical;
    }

    byte[] hash() {
        return hash;
    }
}
