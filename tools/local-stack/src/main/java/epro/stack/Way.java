package epro.stack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** From a service to what it stands on: a way that leads through a proxy in a stack that was asked for them. */
public enum Way {
    INTAKE_TO_BROKER(Part.INTAKE, Part.KAFKA),
    PROCESSING_TO_BROKER(Part.PROCESSING, Part.KAFKA),
    PROCESSING_TO_DATABASE(Part.PROCESSING, Part.POSTGRES),
    PROCESSING_TO_MODEL(Part.PROCESSING, Part.AE_MODEL),
    NOTIFICATION_TO_BROKER(Part.NOTIFICATION, Part.KAFKA),
    NOTIFICATION_TO_DATABASE(Part.NOTIFICATION, Part.POSTGRES);

    private final Part from;
    private final Part to;

    Way(Part from, Part to) {
        this.from = from;
        this.to = to;
    }

    /** As people say it: {@code broker-from-intake}. */
    public String text() {
        String[] ends = name().toLowerCase(Locale.ROOT).split("_to_", 2);
        return ends[1] + "-from-" + ends[0];
    }

    Part to() {
        return to;
    }

    static Optional<Way> between(Part from, Part to) {
        return Arrays.stream(values())
                .filter(way -> way.from == from && way.to == to)
                .findFirst();
    }
}
