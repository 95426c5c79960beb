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

    @Override
    public String toString() {
        return text;
    }
}
