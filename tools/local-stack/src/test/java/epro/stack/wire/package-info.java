/** What the fault proxy does to connections, by two ends that talk through it. */
@NullMarked
package epro.stack.wire;

import org.jspecify.annotations.NullMarked;
