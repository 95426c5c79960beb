package epro.processing.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The FHIR types of dates and times. */
enum MomentKind {
    DATE("a date such as 2026-11-23") {
        @Override
        Moment parse(String text) {
            return date(text);
        }
    },
    DATE_TIME("a date, or a date and time with an offset such as 2026-11-23T08:00:00+08:00") {
        @Override
        Moment parse(String text) {
            return text.indexOf('T') < 0 ? date(text) : Moment.instant(text, OffsetDateTime.parse(text));
        }
    },
    TIME("a time such as 08:00:00") {
        @Override
        Moment parse(String text) {
            return Moment.time(text, LocalTime.parse(text));
        }
    };

    private static final int LENGTH_OF_YEAR = 4;
    private static final int LENGTH_OF_MONTH = 7;
    private static final int LENGTH_MAX = 40;
    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("\\d{4}(-.*)?");

    private final String expected;

    MomentKind(String expected) {
        this.expected = expected;
    }

    /** In words. */
    String expected() {
        return expected;
    }

    /** Of its values in FHIR. */
    List<String> types() {
        return switch (this) {
            case DATE -> List.of("Date");
            case DATE_TIME -> List.of("DateTime", "Date");
            case TIME -> List.of("Time");
        };
    }

    /** What the text means; empty if it is not of this kind. Seconds may be left out. */
    Optional<Moment> read(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    abstract Moment parse(String text);

    private static Moment date(String text) {
        if (!FOUR_DIGIT_YEAR.matcher(text).matches()) {
            throw new DateTimeException("a year has four digits");
        }
        return switch (text.length()) {
            case LENGTH_OF_YEAR -> months(text, YearMonth.parse(text + "-01"), YearMonth.parse(text + "-12"));
            case LENGTH_OF_MONTH -> months(text, YearMonth.parse(text), YearMonth.parse(text));
            default -> Moment.days(text, LocalDate.parse(text), LocalDate.parse(text));
        };
    }

    private static Moment months(String text, YearMonth first, YearMonth last) {
        return Moment.days(text, first.atDay(1), last.atEndOfMonth());
    }
}
