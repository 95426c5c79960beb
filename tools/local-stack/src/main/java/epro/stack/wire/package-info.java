/** A proxy that plays what networks do to connections: delay, silence, resets, and cuts in the middle of a message. */
@NullMarked
package epro.stack.wire;

import org.jspecify.annotations.NullMarked;
