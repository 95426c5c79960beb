package epro.cli.chaos.fault;

import org.jspecify.annotations.Nullable;

/**
 * What became of a record.
 *
 * @param action of its receipt
 * @param reason why it is in quarantine; null if it is not
 */
public record Fate(String action, @Nullable String reason) {

    static final Fate STORED = new Fate("STORED", null);
    static final Fate REJECTED = new Fate("REJECTED", null);

    static Fate quarantined(String reason) {
        return new Fate("QUARANTINED", reason);
    }

    @Override
    public String toString() {
        return reason == null ? action : action + " (" + reason + ")";
    }
}
