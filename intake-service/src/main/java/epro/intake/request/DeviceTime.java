package epro.intake.request;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A device's time (RFC 3339): kept as it was sent, but only with its offset, for without one it names no instant. */
final class DeviceTime {
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 9999;

    private DeviceTime() {}

    static @Nullable String checked(Fields fields, String name) {
        var text = fields.text(name);
        if (text != null && !isTime(text)) {
            var pointer = Pointers.append(fields.pointer(), name);
            throw lacksOffset(text)
                    ? Refusals.badMember("time-without-offset", pointer, "A time needs its offset, such as +08:00.")
                    : Refusals.badMember("bad-time", pointer, "This is not a time as RFC 3339 has it.");
        }
        return text;
    }

    private static boolean isTime(String text) {
        try {
            int year = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .getYear();
            return year >= YEAR_MIN && year <= YEAR_MAX;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean lacksOffset(String text) {
        try {
            return LocalDateTime.parse(text, DateTimeFormatter.ISO_LOCAL_DATE_TIME) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
