package epro.notification.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Times as people read them. */
@Component
class Times {
    private static final int MINUTES_UP_TO = 60;
    private static final int HOURS_UP_TO = 48;

    private final InstantSource clock;
    private final DateTimeFormatter format;

    Times(InstantSource clock, ConsoleSettings settings) {
        this.clock = clock;
        this.format = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT)
                .withZone(settings.zone());
    }

    /** Such as {@code 2026-03-01 16:00:00 +08:00}. */
    public String text(Instant time) {
        return format.format(time);
    }

    public Age age(Instant since) {
        Duration age = Duration.between(since, clock.instant());
        if (age.toMinutes() < 1) {
            return new Age("now", 0);
        }
        if (age.toMinutes() < MINUTES_UP_TO) {
            return new Age("minutes", age.toMinutes());
        }
        return age.toHours() < HOURS_UP_TO ? new Age("hours", age.toHours()) : new Age("days", age.toDays());
    }

    /** For scripts, whose clock may be another. */
    public long now() {
        return clock.millis();
    }

    /**
     * How long ago something was.
     *
     * @param unit now, minutes, hours or days
     */
    record Age(String unit, long count) {}
}
