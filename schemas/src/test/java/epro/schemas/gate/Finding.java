package epro.schemas.gate;

/** What is wrong, and where: the record and the field that lead there. */
record Finding(Rule rule, String place) {

    enum Rule {
        INCOMPATIBLE,
        LOGICAL_TYPE_CHANGED,
        SYMBOL_REMOVED,
        ENUM_WITHOUT_UNKNOWN,
        UNION_OF_TYPES,
        NO_DEFAULT
    }
}
