package epro.clinical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the phrases of a book in a text and tells how each is meant. Linear in the text. */
final class Detection {
    private static final Spelling SPELLING = Spelling.read();

    /** Heading of turns of phrase that hide the words they consist of, such as "stroke of luck". */
    private static final String IDIOM = "idiom";

    /** Better heard once too often. */
    private static final String SELF_HARM = "suicidality";

    private final PhraseBook book;

    Detection(String resource) {
        book = PhraseBook.read(resource);
    }

    List<Mention> mentions(String raw) {
        NormalText text = SPELLING.correct(NormalText.of(raw));
        Surroundings surroundings = new Surroundings(text.toString());
        return hits(text.toString()).stream()
                .map(surroundings::of)
                .map(passage -> mention(passage, text))
                .toList();
    }

    /** Of overlapping hits of a concept the first, and none in an idiom. */
    private List<PhraseBook.Found> hits(String text) {
        List<PhraseBook.Found> hits = new ArrayList<>();
        Map<String, Integer> ends = new HashMap<>();
        for (PhraseBook.Found found : book.find(text)) {
            boolean covered = found.start() < ends.getOrDefault(IDIOM, 0)
                    || found.start() < ends.getOrDefault(found.heading(), 0);
            if (!covered || found.heading().equals(IDIOM)) {
                ends.merge(found.heading(), found.end(), Math::max);
                hits.add(found);
            }
        }
        return withoutIdioms(hits);
    }

    private static List<PhraseBook.Found> withoutIdioms(List<PhraseBook.Found> hits) {
        List<PhraseBook.Found> kept = new ArrayList<>();
        int nextIdiom = Integer.MAX_VALUE;
        for (PhraseBook.Found found : hits.reversed()) {
            if (found.heading().equals(IDIOM)) {
                nextIdiom = found.start();
            } else if (found.end() <= nextIdiom || found.start() > nextIdiom) {
                kept.add(found);
            }
        }
        return kept.reversed();
    }

    private Mention mention(Passage passage, NormalText text) {
        boolean grave = passage.concept().equals(SELF_HARM);
        return new Mention(
                passage.concept(),
                book.title(passage.concept()),
                text.origin(passage.start()),
                text.origin(passage.end()),
                !(grave ? Grave.isDenied(passage) : Negation.denies(passage)),
                !(grave ? Grave.isOther(passage) : Experiencer.isOther(passage)),
                !(grave ? Grave.isPast(passage) : Time.isPast(passage) || Time.isOver(passage)),
                grave ? Grave.isAbout(passage) : Hypothesis.isHypothetical(passage));
    }
}
