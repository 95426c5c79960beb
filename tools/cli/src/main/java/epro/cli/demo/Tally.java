package epro.cli.demo;

import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Refused;
import epro.cli.submission.Answer.Unknown;
import java.util.Map;
import java.util.TreeMap;

/**
 * The client's side of the books, counted from the answers it kept.
 *
 * @param letters that there were to send
 * @param sharing answers 202 that name a record another 202 names too
 * @param refused attempts by code
 * @param resent attempts after a letter's first one
 * @param unknown attempts of which nobody can say whether they reached the log
 */
record Tally(
        int letters,
        long resent,
        long answered202,
        long sharing,
        Map<String, Long> refused,
        long unknown,
        Map<String, Long> denied) {

    /** Other content under an id that intake remembers. */
    static final Denied CONFLICTING = new Denied(409, "conflicting-content");

    static Tally of(int letters, Ledger ledger) {
        Map<String, Long> refused = new TreeMap<>();
        Map<String, Long> denied = new TreeMap<>();
        long answered202 = 0;
        long resent = 0;
        long unknown = 0;
        for (Attempt attempt : ledger.attempts()) {
            resent += attempt.number() > 1 ? 1 : 0;
            switch (attempt.answer()) {
                case Accepted _ -> answered202++;
                case Refused(String code, var _) -> refused.merge(code, 1L, Long::sum);
                case Unknown _ -> unknown++;
                case Denied answer -> denied.merge(text(answer), 1L, Long::sum);
            }
        }
        long sharing = answered202 - ledger.places().size();
        return new Tally(letters, resent, answered202, sharing, refused, unknown, denied);
    }

    long refusedAltogether() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    long conflicting() {
        return denied.getOrDefault(text(CONFLICTING), 0L);
    }

    private static String text(Denied answer) {
        return answer.status() + " " + answer.code();
    }

    /** Distinct records acknowledged. */
    long acknowledged() {
        return answered202 - sharing;
    }
}
