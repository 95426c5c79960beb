package epro.cli.chaos.fault;

import java.util.Locale;
import java.util.Set;

/** What may be the matter with a record that no intake ever wrote, and what has to become of it. */
public enum PoisonKind {
    TRUNCATED(Fate.quarantined("truncated")),
    WRONG_MAGIC_BYTE(Fate.quarantined("wrong-magic-byte")),
    UNKNOWN_ID(Fate.quarantined("unknown-schema-id")),
    OTHER_SCHEMA(Fate.quarantined("other-schema")),
    EMPTY_VALUE(Fate.quarantined("empty")),
    NULL_VALUE(Fate.quarantined("empty")),
    NULL_KEY(Fate.quarantined("key-mismatch")),
    KEY_OF_ANOTHER(Fate.quarantined("key-mismatch")),
    /** Much for a text, and nothing else is the matter. */
    A_MEBIBYTE(Fate.STORED),
    /** Which comes first, the end of the reader's stack or of what answers may nest, is the machine's. */
    DEEP(Fate.quarantined("too-deep"), Fate.quarantined("malformed-answers")),
    /** What was answered is kept, whatever it is. */
    NUL(Fate.STORED),
    /** A number, and out of the form's range. */
    NUMBER_1E400(Fate.REJECTED);

    @SuppressWarnings("ImmutableEnumChecker") // nobody can add to it
    private final Set<Fate> fates;

    PoisonKind(Fate... fates) {
        this.fates = Set.of(fates);
    }

    /** One of these. */
    Set<Fate> fates() {
        return fates;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
