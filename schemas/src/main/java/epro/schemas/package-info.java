/** The contract that all services share: topics, keys and event headers; the events themselves are Avro schemas. */
@NullMarked
package epro.schemas;

import org.jspecify.annotations.NullMarked;
