package epro.clinical;

import java.util.ArrayList;
import java.util.List;

/**
 * All cues and sentences of a text, found once. What is looked at around a hit is bounded, so that a text of many hits
 * and no full stop is read in linear time too.
 */
final class Surroundings {
    private static final PhraseBook CUES = PhraseBook.read("cues.txt");
    private static final int BEFORE = 160;
    private static final int BEHIND = 80;

    private final String text;
    private final Sentences sentences;
    private final List<Cue> cues;

    Surroundings(String text) {
        this.text = text;
        this.sentences = Sentences.of(text);
        this.cues = longest(CUES.find(text));
    }

    /** A hit with what surrounds it; behind a question its answer does too. */
    Passage of(PhraseBook.Found hit) {
        int from = Math.max(sentences.start(hit.start()), hit.start() - BEFORE);
        int end = sentences.end(hit.end(), text.length());
        int to = Math.min(end, hit.end() + BEHIND);
        int reach = end < text.length() && text.charAt(end) == '?' ? hit.end() + BEHIND : to;
        return new Passage(
                text,
                hit.heading(),
                hit.start(),
                hit.end(),
                from,
                to,
                before(hit, firstFrom(from)),
                cues.subList(firstFrom(hit.start()), firstFrom(hit.end())),
                cues.subList(firstFrom(hit.end()), firstFrom(reach)));
    }

    /** A cue within a longer one is none: "not" in "not only". */
    private static List<Cue> longest(List<PhraseBook.Found> found) {
        List<Cue> cues = new ArrayList<>();
        int at = 0;
        int covered = 0;
        while (at < found.size()) {
            int start = found.get(at).start();
            int end = 0;
            int next = at;
            while (next < found.size() && found.get(next).start() == start) {
                end = Math.max(end, found.get(next++).end());
            }
            for (PhraseBook.Found each : found.subList(at, next)) {
                if (start >= covered && each.end() == end) {
                    cues.add(new Cue(Cue.Kind.named(each.heading()), start, end));
                }
            }
            covered = start >= covered ? end : covered;
            at = next;
        }
        return cues;
    }

    /** A denial that reaches into the hit is one before it: 没有 in 没有血便, where the hit is 有血. */
    private List<Cue> before(PhraseBook.Found hit, int first) {
        int next = firstFrom(hit.start());
        while (next > first
                && cues.get(next - 1).end() > hit.start()
                && !cues.get(next - 1).denies()) {
            next--;
        }
        return cues.subList(first, next);
    }

    private int firstFrom(int position) {
        int low = 0;
        int high = cues.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cues.get(middle).start() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
