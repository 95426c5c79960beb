/** The one way to change what is known of trials: rows, audit entries and events in one transaction, one after the other. */
@NullMarked
package epro.nmpa.journal;

import org.jspecify.annotations.NullMarked;
