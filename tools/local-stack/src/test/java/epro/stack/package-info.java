/** The parts of the stack one by one, and the infrastructure as real processes. */
@NullMarked
package epro.stack;

import org.jspecify.annotations.NullMarked;
