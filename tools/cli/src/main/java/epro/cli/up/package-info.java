/** Starts the stack and keeps it until it is told to stop. */
@NullMarked
package epro.cli.up;

import org.jspecify.annotations.NullMarked;
