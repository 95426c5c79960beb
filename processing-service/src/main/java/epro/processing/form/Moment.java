package epro.processing.form;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A date, time or part of one: {@code 2026-11} is all of November.
 *
 * @param text as it was written
 * @param offset null where none was given: then it is compared by the calendar and clock on the wall
 */
record Moment(
        String text,
        LocalDateTime first,
        LocalDateTime last,
        @Nullable ZoneOffset offset) {

    static Moment days(String text, LocalDate first, LocalDate last) {
        return new Moment(text, first.atStartOfDay(), last.atTime(LocalTime.MAX), null);
    }

    static Moment instant(String text, OffsetDateTime instant) {
        return new Moment(text, instant.toLocalDateTime(), instant.toLocalDateTime(), instant.getOffset());
    }

    static Moment time(String text, LocalTime time) {
        return new Moment(text, LocalDate.EPOCH.atTime(time), LocalDate.EPOCH.atTime(time), null);
    }

    /** Whether no part of this one can lie at or after any part of the other. */
    boolean isBefore(Moment other) {
        return (offset != null && other.offset != null)
                ? last.toInstant(offset).isBefore(other.first.toInstant(other.offset))
                : last.isBefore(other.first);
    }

    /** How this one certainly stands to the other: all of November is neither before nor after its tenth day, nor the same. */
    Order orderTo(Moment other) {
        if (isBefore(other)) {
            return Order.LESS;
        }
        return other.isBefore(this) ? Order.GREATER : isSame(other) ? Order.SAME : Order.UNRELATED;
    }

    private boolean isSame(Moment other) {
        return (offset != null && other.offset != null)
                ? first.toInstant(offset).equals(other.first.toInstant(other.offset))
                : offset == null && other.offset == null && first.equals(other.first) && last.equals(other.last);
    }

    @Override
    public String toString() {
        return text;
    }
}
