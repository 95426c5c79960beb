package epro.lane;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What one transaction adds to a lane, gathered in memory until {@link Lanes#save}. For one thread; leave it behind when the
 * transaction rolls back.
 */
public final class LaneAppend {

    private final LaneHead head;
    private final List<LinkedEntry> entries = new ArrayList<>();
    private final List<OutboxEvent> events = new ArrayList<>();
    private byte[] lastHash;

    public LaneAppend(LaneHead head) {
        this.head = head;
        this.lastHash = HexFormat.of().parseHex(head.hash());
    }

    public AuditReceipt record(AuditFact fact) {
        Entry entry = new Entry(head.lane(), sequence() + 1, Entry.inMicroseconds(fact));
        LinkedEntry linked = new LinkedEntry(entry, lastHash);
        entries.add(linked);
        lastHash = linked.hash();
        return new AuditReceipt(entry.lane(), entry.sequence(), HexFormat.of().formatHex(lastHash));
    }

    public void emit(OutboxEvent event) {
        events.add(event);
    }

    /** How far this has come; what is added from here on can be taken back. */
    public Mark mark() {
        return new Mark(entries.size(), events.size(), lastHash);
    }

    /** Forgets what was added after the mark, as the transaction does that goes back to its savepoint. */
    public void backTo(Mark mark) {
        entries.subList(mark.entries, entries.size()).clear();
        events.subList(mark.events, events.size()).clear();
        lastHash = mark.lastHash;
    }

    /** The lane's name. */
    public String lane() {
        return head.lane();
    }

    LaneHead head() {
        return head;
    }

    List<LinkedEntry> entries() {
        return entries;
    }

    List<OutboxEvent> events() {
        return events;
    }

    long sequence() {
        return head.sequence() + entries.size();
    }

    byte[] hash() {
        return lastHash;
    }

    /** The sequence of the last event emitted, by this or before. */
    public long outboxEnd() {
        return head.outboxEnd() + events.size();
    }

    /** A place between what was added before and what is added after. */
    public static final class Mark {
        private final int entries;
        private final int events;
        private final byte[] lastHash;

        private Mark(int entries, int events, byte[] lastHash) {
            this.entries = entries;
            this.events = events;
            this.lastHash = lastHash;
        }
    }
}
