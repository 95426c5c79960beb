/** Tests of dead letters. */
@NullMarked
package epro.processing.deadletter;

import org.jspecify.annotations.NullMarked;
