package epro.lane;

/** An audit entry as it is kept: what its columns say, the bytes that were hashed, and their hash. Nothing of it is proved. */
public final class StoredEntry {

    private final Entry entry;
    private final byte[] canonical;
    private final byte[] hash;

    /** Keeps the arrays themselves: there are many of these, and nobody changes them. */
    public StoredEntry(String lane, long sequence, AuditFact fact, byte[] canonical, byte[] hash) {
        this.entry = new Entry(lane, sequence, fact);
        this.canonical = canonical;
        this.hash = hash;
    }

    public String lane() {
        return entry.lane();
    }

    public long sequence() {
        return entry.sequence();
    }

    public AuditFact fact() {
        return entry.fact();
    }

    public byte[] canonical() {
        return canonical;
    }

    public byte[] hash() {
        return hash;
    }

    Entry entry() {
        return entry;
    }
}
