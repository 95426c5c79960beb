/** What lanes hold for others goes out to Kafka in order, at once, on assignment and when idle. */
@NullMarked
package epro.processing.publishing;

import org.jspecify.annotations.NullMarked;
