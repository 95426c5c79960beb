package epro.cli.demo;

import java.time.Duration;
import java.util.List;

/**
 * One submission as it is sent.
 *
 * @param at when, counted from the beginning of the play
 * @param alarming whether something stands in it that nobody may overlook
 * @param next what is sent under the same id as soon as this one has been answered 202
 */
record Letter(Duration at, String submissionId, Fate fate, String body, boolean alarming, List<Letter> next) {

    Letter followedBy(Letter following) {
        return new Letter(at, submissionId, fate, body, alarming, List.of(following));
    }

    int size() {
        return 1 + next.stream().mapToInt(Letter::size).sum();
    }
}
