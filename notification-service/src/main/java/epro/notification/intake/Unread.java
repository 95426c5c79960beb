package epro.notification.intake;

import java.util.Set;

/**
 * A record that raises no alert and is to be kept for a person.
 *
 * @param reason a stable word
 */
record Unread(ConsumedEvent event, String reason) {
    static final String REFUSED = "refused-by-database";
    static final String MALFORMED_ID = "malformed-id";

    /** What the registry, the database or our own code says may be their fault; all else the bytes prove. */
    private static final Set<String> DOUBTFUL = Set.of("unknown-schema-id", "other-schema", MALFORMED_ID, REFUSED);

    /** Whether the record may be good, and the fault elsewhere. */
    boolean isDoubtful() {
        return DOUBTFUL.contains(reason);
    }
}
