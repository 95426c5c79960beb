package epro.schemas.codec;

/** Which reader: what was written under the id, read as the type. */
record ReaderKey(int schemaId, Class<?> type) {}
