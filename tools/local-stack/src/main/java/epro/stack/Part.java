package epro.stack;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A process of the stack, in the order in which they come up. */
public enum Part {
    KAFKA,
    KAFKA_2,
    KAFKA_3,
    REGISTRY,
    POSTGRES,
    SMTP,
    REGULATOR,
    AE_MODEL,
    PROCESSING,
    NOTIFICATION,
    NMPA_SYNC,
    INTAKE;

    /** The brokers of a cluster; the first stands alone where one is enough. */
    public static final List<Part> BROKERS = List.of(KAFKA, KAFKA_2, KAFKA_3);

    /** What services stand on. */
    public static final Set<Part> INFRASTRUCTURE =
            Set.copyOf(EnumSet.of(KAFKA, KAFKA_2, KAFKA_3, REGISTRY, POSTGRES, SMTP, REGULATOR));

    /** What is built here. */
    public static final Set<Part> SERVICES =
            Set.copyOf(EnumSet.of(AE_MODEL, PROCESSING, NOTIFICATION, NMPA_SYNC, INTAKE));

    /** What a system without simulators consists of, from the patient's side on. */
    public static final List<Part> ESSENTIAL =
            List.of(INTAKE, PROCESSING, AE_MODEL, NOTIFICATION, NMPA_SYNC, KAFKA, REGISTRY, POSTGRES);

    /** Its name in messages and of its log file. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name in the keys of addresses. */
    String key() {
        return this == NMPA_SYNC ? "NMPA" : name();
    }

    static Part named(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
