package epro.lane;

import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** An audit entry at its place: what the columns of {@code audit_entry} say. */
record Entry(String lane, long sequence, AuditFact fact) {

    private static final String PURPOSE = "epro.audit-entry.v1";

    /** Where the previous link ends: two lengths, the purpose, a SHA-256. */
    static final int LINK_END = 2 * Integer.BYTES + PURPOSE.length() + 32;

    /** The bytes that are hashed: the previous link stands first, at a fixed place, then everything readable. */
    byte[] canonical(byte[] previous) {
        Optional<Position> position = Optional.ofNullable(fact.position());
        return new Canonical(PURPOSE)
                .bytes(previous)
                .text(lane)
                .number(sequence)
                .text(fact.deviceTime())
                .time(fact.receivedAt())
                .time(fact.recordedAt())
                .text(fact.actor())
                .text(fact.action())
                .text(fact.entity())
                .text(fact.contentHash())
                .text(position.map(Position::topicId).orElse(null))
                .number(position.map(Position::partition).orElse(null))
                .number(position.map(Position::offset).orElse(null))
                .text(fact.detail())
                .toBytes();
    }

    /** The database keeps microseconds; what is hashed must be what is kept. */
    static AuditFact inMicroseconds(AuditFact fact) {
        return new AuditFact(
                fact.action(),
                fact.actor(),
                fact.entity(),
                fact.contentHash(),
                fact.deviceTime(),
                fact.receivedAt() == null ? null : fact.receivedAt().truncatedTo(ChronoUnit.MICROS),
                fact.recordedAt().truncatedTo(ChronoUnit.MICROS),
                fact.position(),
                fact.detail());
    }
}
