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
}
