package epro.schemas.codec;

/** What became of bytes from the log. */
public sealed interface Decoded<T> {

    record Read<T>(T value, int schemaId) implements Decoded<T> {}

    /**
     * These bytes will never be readable.
     *
     * @param reason a stable word: empty, wrong-magic-byte, truncated, trailing-bytes, unknown-schema-id, other-schema, too-deep, malformed
     */
    record Unreadable<T>(String reason) implements Decoded<T> {}

    /** The writer's schema is not here yet, because it is being fetched or the registry is away: try again a little later. */
    record SchemaPending<T>(int schemaId) implements Decoded<T> {}
}
