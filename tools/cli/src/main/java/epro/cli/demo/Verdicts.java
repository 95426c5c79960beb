package epro.cli.demo;

import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Place;
import java.util.Map;

/** Holds what the client was promised against what the database has. */
record Verdicts(Map<Place, String> receipts, Whereabouts whereabouts) {

    /** Records that were acknowledged and have no audit entry. */
    long lost(Ledger ledger) {
        return ledger.places().stream()
                .filter(place -> !receipts.containsKey(place))
                .count();
    }

    /** Letters answered 202 that became something else than the script meant. */
    long unlike(Ledger ledger) {
        return ledger.acceptedAttempts().filter(attempt -> !asMeant(attempt)).count();
    }

    /** A submission is asked for its state; what came after it, for the receipt of its own record. */
    private boolean asMeant(Attempt attempt) {
        Letter letter = attempt.letter();
        return switch (letter.fate()) {
            case STORED, REJECTED -> {
                var made = whereabouts.bySubmissionId().get(letter.submissionId());
                yield made != null && made.state().equals(letter.fate().name());
            }
            case DUPLICATE, CONFLICT ->
                attempt.answer() instanceof Accepted(Place place, var _)
                        && letter.fate().name().equals(receipts.get(place));
        };
    }
}
