package epro.clinical;

import java.util.Locale;

/** Words that tell how something is meant which stands before or behind them. */
record Cue(Kind kind, int start, int end) {

    /** What a cue tells; its phrases stand in {@code cues.txt} under its name. */
    enum Kind {
        /** Denies what is listed behind it: no, without, 没有. */
        NEGATION,
        /** Denies what follows in the same clause: did not, 没. */
        NOT,
        /** Denies a statement, so that a denial in it turns into a report: not that, 不能说. */
        FLIP,
        /** Looks like another cue and is none: not only, 没想到. */
        NONE,
        /** Ends the reach of what stands before it: but, 但. */
        TURN,
        /** Answers no behind a symptom: none, 阴性. */
        DENIED,
        /** Answers no behind a list of symptoms: 以上都没有. */
        DENIED_ALL,
        /** Answers yes behind a symptom. */
        CONFIRMED,
        /** The one who writes. */
        SELF,
        /** The one who writes, stating a fact: I have, I took. */
        STATED,
        /** Somebody or something else. */
        OTHER,
        /** Says behind a symptom that it is somebody else's. */
        OTHER_BEHIND,
        /** Long ago. */
        PAST,
        /** A day of these days: yesterday, since Monday. */
        DATED,
        /** At present: now, still. */
        NOW,
        /** Once more: again, 又. */
        AGAIN,
        /** Over. */
        RESOLVED,
        /** Feared, warned of, or a condition. */
        IF,
        /** What a leaflet says or a drug does to people: can cause, 会引起. */
        ABOUT,
        /** The writer hears or thinks something of another: I heard, 听说. */
        HEARD,
        /** Puts another into a clause of its own: since my husband left, 老公走了. */
        APART,
        /** A question about what might be. */
        ASKING,
        /** A question about what is: is it normal that, 怎么办. */
        CONSULTING,
        /** Not meant seriously. */
        JOKE;

        static Kind named(String heading) {
            return valueOf(heading.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    boolean denies() {
        return kind == Kind.NEGATION || kind == Kind.NOT;
    }
}
