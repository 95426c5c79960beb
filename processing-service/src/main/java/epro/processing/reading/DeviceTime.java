package epro.processing.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as a patient's device wrote them. */
final class DeviceTime {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private DeviceTime() {}

    /** The instant, or null where nothing stands there or it is no time with an offset whose year in UTC can be stored. */
    static @Nullable Instant instantOf(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            return time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR ? null : time.toInstant();
        } catch (DateTimeException notATime) {
            return null;
        }
    }
}
