/** The read side of suspected adverse events: as they stand now, in the order of their detection. */
@NullMarked
package epro.processing.adverseevent;

import org.jspecify.annotations.NullMarked;
