/** Tests of suspected adverse events, from the topic to the row and the event. */
@NullMarked
package epro.processing.suspicion;

import org.jspecify.annotations.NullMarked;
