/** The data check: holds the log, the rows, the chains and the checkpoints against each other and says what does not fit. */
@NullMarked
package epro.processing.datacheck;

import org.jspecify.annotations.NullMarked;
