package epro.cli.chaos.judge;

import epro.cli.chaos.traffic.Attempt;
import epro.cli.chaos.traffic.Message;
import epro.cli.submission.Answer;
import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two submissions of one patient, one after the other. */
final class Draft {

    static final String STUDY = "study";
    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private final List<Attempt> ledger = new ArrayList<>();
    private final List<LoggedRecord> log = new ArrayList<>();
    private final List<Published> outcomes = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final List<String> lanesAhead = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final Map<String, Stored> stored = new HashMap<>();
    private final List<String> conflicts = new ArrayList<>();
    private final List<String> alerts = new ArrayList<>();
    private final List<Revision> revisions = new ArrayList<>();
    private final List<Revision> published = new ArrayList<>();
    private final Map<String, Set<Place>> rows = new HashMap<>();
    private final List<String> links = new ArrayList<>();

    Draft() {
        arrived("a", 0, 0);
        arrived("b", 10, 1);
    }

    private void arrived(String id, int second, long offset) {
        sent(id, second, new Accepted(new Place(0, offset), false));
        logged(id, 0, offset).receipt(id, 0, offset, "STORED").stored(id, 1, 1, "hash-" + id);
        outcomes.add(new Published(0, new Place(0, offset)));
    }

    Draft sent(String id, int second, Answer answer) {
        return sent(id, "hash-" + id, second, answer);
    }

    Draft sent(String id, String hash, int second, Answer answer) {
        Message message = new Message(Duration.ZERO, "patient", id, "{\"answers\":{\"pain\":1}}", hash);
        Instant at = START.plusSeconds(second);
        ledger.add(new Attempt(message, 0, at, at.plusMillis(5), answer));
        return this;
    }

    Draft logged(String id, int partition, long offset) {
        log.add(new LoggedRecord(new Place(partition, offset), "key-" + id, id, STUDY, "hash-" + id, false));
        return this;
    }

    /** With the content of another one. */
    Draft logged(String id, String hash, long offset) {
        log.add(new LoggedRecord(new Place(0, offset), "key-" + id, id, STUDY, hash, false));
        return this;
    }

    /** Rejected first, and stored when it came once more. */
    Draft replayed(String id, int partition, long offset) {
        log.add(new LoggedRecord(new Place(partition, offset), "key-" + id, id, STUDY, "hash-" + id, true));
        outcomes.add(new Published(partition, new Place(partition, offset)));
        return receipt(id, partition, offset, "STORED").stored(id, 2, 2, "hash-" + id);
    }

    Draft outcome(int partition, long offset) {
        outcomes.add(new Published(partition, new Place(partition, offset)));
        return this;
    }

    Draft deadLetter(@Nullable Place origin) {
        deadLetters.add(new DeadLetter(new Place(3, deadLetters.size()), origin));
        return this;
    }

    Draft unanchored(String lane) {
        lanesAhead.add(lane);
        return this;
    }

    Draft poison(int partition, long offset) {
        log.add(new LoggedRecord(new Place(partition, offset), null, null, null, null, false));
        return this;
    }

    Draft receipt(String id, int partition, long offset, String action) {
        return receipt(id, "hash-" + id, new Place(partition, offset), action);
    }

    Draft receipt(String id, String hash, Place place, String action) {
        String lane = "lane-" + place.partition();
        receipts.add(new Receipt(START, place, lane, receipts.size() + 1, action, "key-" + id, hash));
        return this;
    }

    Draft stored(String id, long creations, long rows, String hash) {
        stored.put(id, new Stored("key-" + id, id, hash, "STORED", creations, rows, "{\"pain\":1}"));
        return this;
    }

    Draft without(String id) {
        receipts.removeIf(receipt -> receipt.entity().equals("key-" + id));
        return this;
    }

    Draft lost(String id) {
        stored.remove(id);
        return without(id);
    }

    Draft conflict(String hash) {
        conflicts.add(hash);
        return this;
    }

    Draft wrongAlert(String text) {
        alerts.add(text);
        return this;
    }

    Draft revision(String id, int number) {
        revisions.add(new Revision(id, "ae-" + id, number));
        return this;
    }

    Draft revisionOnTheTopic(String id, int number) {
        published.add(new Revision(id, "ae-" + id, number));
        return this;
    }

    /** A row of a conflict or in quarantine. */
    Draft row(String action, int partition, long offset) {
        rows.computeIfAbsent(action, _ -> new HashSet<>()).add(new Place(partition, offset));
        return this;
    }

    Draft broken(String link) {
        links.add(link);
        return this;
    }

    Draft withoutOutcomes() {
        outcomes.clear();
        return this;
    }

    Draft outcomesReversed() {
        outcomes.replaceAll(
                one -> new Published(0, new Place(0, 1 - one.origin().offset())));
        return this;
    }

    /** What was sent last was given the place before. */
    Draft swapped() {
        ledger.replaceAll(attempt -> new Attempt(
                attempt.message(),
                attempt.door(),
                START.plusSeconds(20).minus(Duration.between(START, attempt.sentAt())),
                START.plusSeconds(21).minus(Duration.between(START, attempt.sentAt())),
                attempt.answer()));
        return this;
    }

    Books books() {
        Books.Loose loose = new Books.Loose(conflicts, rows, links, lanesAhead);
        Harm harm = new Harm(revisions, published, alerts, List.of(), new Heard(List.of(), Map.of()));
        return new Books(STUDY, ledger, log, outcomes, deadLetters, receipts, stored, harm, loose);
    }
}
