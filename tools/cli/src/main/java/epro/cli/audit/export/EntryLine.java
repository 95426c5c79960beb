package epro.cli.audit.export;

import epro.lane.AuditFact;
import epro.lane.Position;
import epro.lane.StoredEntry;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of an exported lane: an audit entry as the database keeps it, whether that is right or not.
 *
 * @param hash lower-case hex of what is stored as the SHA-256 of the canonical bytes
 * @param canonical the bytes that were hashed, in Base64; the previous entry's hash stands in them
 */
record EntryLine(
        long sequence,
        String hash,
        @Nullable String action,
        @Nullable String actor,
        @Nullable String entity,
        @Nullable String contentHash,
        @Nullable String deviceTime,
        @Nullable Instant receivedAt,
        @Nullable Instant recordedAt,
        @Nullable String topicId,
        @Nullable Integer partition,
        @Nullable Long recordOffset,
        @Nullable String detail,
        String canonical) {

    EntryLine {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(canonical, "canonical");
    }

    static EntryLine of(StoredEntry stored) {
        AuditFact fact = stored.fact();
        Optional<Position> position = Optional.ofNullable(fact.position());
        return new EntryLine(
                stored.sequence(),
                HexFormat.of().formatHex(stored.hash()),
                fact.action(),
                fact.actor(),
                fact.entity(),
                fact.contentHash(),
                fact.deviceTime(),
                fact.receivedAt(),
                fact.recordedAt(),
                position.map(Position::topicId).orElse(null),
                position.map(Position::partition).orElse(null),
                position.map(Position::offset).orElse(null),
                fact.detail(),
                Base64.getEncoder().encodeToString(stored.canonical()));
    }

    StoredEntry entry(String lane) {
        AuditFact fact = new AuditFact(
                text(action),
                text(actor),
                text(entity),
                contentHash,
                deviceTime,
                receivedAt,
                Objects.requireNonNullElse(recordedAt, Instant.EPOCH),
                Position.ofColumns(topicId, partition, recordOffset),
                text(detail));
        return new StoredEntry(
                lane,
                sequence,
                fact,
                Base64.getDecoder().decode(canonical),
                HexFormat.of().parseHex(hash));
    }

    /** What is left out can't be what was hashed. */
    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
