package epro.cli.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Place;
import epro.cli.submission.Answer.Refused;
import epro.cli.submission.Answer.Unknown;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Holds what the client was promised against what the database has. */
record Verdicts(Map<Place, String> receipts, Whereabouts whereabouts) {

    /** Submissions answered 202 whose record has no audit entry, or that the database does not know. */
    long lost(Ledger ledger) {
        return ledger.acceptedAttempts()
                .filter(attempt -> !receipts.containsKey(place(attempt))
                        || !whereabouts
                                .bySubmissionId()
                                .containsKey(attempt.letter().submissionId()))
                .map(attempt -> attempt.letter().submissionId())
                .distinct()
                .count();
    }

    /** Distinct records named by a 202 that have their audit entry. */
    long kept(Ledger ledger) {
        return ledger.places().stream().filter(receipts::containsKey).count();
    }

    /** Audit entries of records that no 202 ever named: their answer never came, or they are copies. */
    long unannounced(Ledger ledger) {
        Set<Place> unnamed = new HashSet<>(receipts.keySet());
        ledger.places().forEach(unnamed::remove);
        return unnamed.size();
    }

    /** Letters answered for good that became something else than the script meant. */
    long unlike(Ledger ledger) {
        Map<String, Set<Place>> places = ledger.acceptedAttempts()
                .filter(attempt -> attempt.letter().fate() != Fate.DUPLICATE)
                .collect(groupingBy(attempt -> attempt.letter().submissionId(), mapping(Verdicts::place, toSet())));
        return ledger.attempts().stream()
                .filter(attempt -> switch (attempt.answer()) {
                    case Accepted accepted -> !asMeant(attempt.letter(), accepted, places);
                    case Denied denied -> !asMeant(attempt.letter(), denied);
                    case Refused _, Unknown _ -> false;
                })
                .count();
    }

    /** Alarming submissions answered 202 in which nothing was found, whether they were accepted or rejected. */
    long overlooked(Ledger ledger, Set<String> found) {
        return alarming(ledger).filter(id -> !found.contains(id)).count();
    }

    static Stream<String> alarming(Ledger ledger) {
        return ledger.acceptedAttempts()
                .map(Attempt::letter)
                .filter(Letter::alarming)
                .map(Letter::submissionId)
                .distinct();
    }

    /**
     * A submission is asked for its state; what came after it, for the receipt of its own record, unless intake remembered the
     * first one and wrote none: then it has named that one's place.
     */
    private boolean asMeant(Letter letter, Accepted answer, Map<String, Set<Place>> places) {
        return switch (letter.fate()) {
            case STORED, REJECTED -> {
                var made = whereabouts.bySubmissionId().get(letter.submissionId());
                yield made != null && made.state().equals(letter.fate().name());
            }
            case DUPLICATE ->
                becameAsMeant(letter, answer)
                        || (answer.repeated()
                                && places.getOrDefault(letter.submissionId(), Set.of())
                                        .contains(answer.place()));
            case CONFLICT -> becameAsMeant(letter, answer);
        };
    }

    private boolean becameAsMeant(Letter letter, Accepted answer) {
        return letter.fate().name().equals(receipts.get(answer.place()));
    }

    private static boolean asMeant(Letter letter, Denied answer) {
        return letter.fate() == Fate.CONFLICT && answer.equals(Tally.CONFLICTING);
    }

    /** Of an attempt that was accepted. */
    private static Place place(Attempt attempt) {
        return ((Accepted) attempt.answer()).place();
    }
}
