/** Records in quarantine, listed for operators and sent through the topic once more. */
@NullMarked
package epro.processing.deadletter;

import org.jspecify.annotations.NullMarked;
