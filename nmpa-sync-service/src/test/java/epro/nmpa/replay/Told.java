package epro.nmpa.replay;

import epro.schemas.event.TrialStatus;
import epro.schemas.event.TrialStatusChange;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an event says, or should say, of a trial. */
record Told(String number, @Nullable TrialStatus previous, TrialStatus status, String original) {
    private static final Map<String, TrialStatus> MEANINGS = Map.of(
            "Recruiting", TrialStatus.RECRUITING,
            "Not Recruiting", TrialStatus.NOT_RECRUITING,
            "Authorised", TrialStatus.ONGOING,
            "No Status Given", TrialStatus.UNKNOWN,
            "Not Available", TrialStatus.UNKNOWN);

    static Told by(TrialStatusChange event) {
        return new Told(
                event.getRegistrationNumber(),
                event.getPreviousStatus(),
                event.getStatus(),
                Objects.requireNonNull(event.getOriginalStatus()));
    }

    /** From these of the register's words, or from none, to those. */
    static Told of(String number, @Nullable String from, String to) {
        return new Told(number, from == null ? null : meaning(from), meaning(to), to);
    }

    static TrialStatus meaning(String words) {
        return Objects.requireNonNull(MEANINGS.get(words), words);
    }
}
