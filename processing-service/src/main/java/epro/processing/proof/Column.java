package epro.processing.proof;

/**
 * A column, and how its value stands as text: in the hash of its row, and on the way in and out of the database.
 *
 * @param name the column's name
 * @param kind its type
 */
record Column(String name, Kind kind) {

    /** A type with the SQL that turns its canonical text into a value and back. */
    enum Kind {
        TEXT("%s", "%s"),
        KEY("%s::uuid", "%s::text"),
        JSON("%s::json", "%s::text"),
        NUMBER("%s::bigint", "%s::text"),
        FLAG("%s::boolean", "%s::text"),
        TIME("%s::timestamptz", "to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"),
        BYTES("decode(%s, 'hex')", "encode(%s, 'hex')");

        private final String fromText;
        private final String toText;

        Kind(String fromText, String toText) {
            this.fromText = fromText;
            this.toText = toText;
        }
    }

    /** What makes the value of a text column of the same name. */
    String fromText() {
        return kind.fromText.formatted(name);
    }

    String selection() {
        return kind.toText.formatted(name);
    }
}
