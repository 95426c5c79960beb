package epro.processing.form;

/** How an answer stands to another. */
enum Order {
    LESS,
    SAME,
    GREATER,
    /** Nothing of these: of another kind, in another unit, or not precise enough to tell. */
    UNRELATED;

    static <T extends Comparable<T>> Order of(T one, T other) {
        int order = one.compareTo(other);
        return order < 0 ? LESS : order > 0 ? GREATER : SAME;
    }
}
