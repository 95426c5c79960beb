package epro.processing.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which questions share a call: those of one language, up to so many texts and characters, in the order in which they were
 * claimed. One that was asked before is asked alone, so that it neither spoils others again nor is spoilt by them.
 */
final class Together {
    private static final int CHARACTERS_MAX = 100_000;

    private final int textsMax;
    private final List<List<Assessment>> calls = new ArrayList<>();
    private final Map<@Nullable String, Call> open = new HashMap<>();

    private Together(int textsMax) {
        this.textsMax = textsMax;
    }

    /** Every question in one call, none without. */
    static List<List<Assessment>> of(List<Assessment> claimed, int textsMax) {
        Together together = new Together(textsMax);
        claimed.forEach(together::add);
        return together.calls;
    }

    private void add(Assessment assessment) {
        if (assessment.wasAskedBefore()) {
            calls.add(List.of(assessment));
            return;
        }
        Call call = open.get(assessment.language());
        if (call == null || !call.holds(assessment)) {
            call = new Call();
            open.put(assessment.language(), call);
            calls.add(call.asked);
        }
        call.add(assessment);
    }

    /** One that takes more questions. */
    private final class Call {
        private final List<Assessment> asked = new ArrayList<>();
        private int texts;
        private int characters;

        boolean holds(Assessment more) {
            return texts + more.texts().size() <= textsMax && characters + more.characters() <= CHARACTERS_MAX;
        }

        void add(Assessment assessment) {
            asked.add(assessment);
            texts += assessment.texts().size();
            characters += assessment.characters();
        }
    }
}
