/** From Kafka's batch to acknowledged offset: the three steps read, store, publish, and what happens when one of them can't. */
@NullMarked
package epro.processing.pipeline;

import org.jspecify.annotations.NullMarked;
