/** Supervision, with small shell commands as processes. */
@NullMarked
package epro.stack.process;

import org.jspecify.annotations.NullMarked;
