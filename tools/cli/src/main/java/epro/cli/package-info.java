/** The command line: one class a command, each a thin caller of the stack or of a service's API. */
@NullMarked
package epro.cli;

import org.jspecify.annotations.NullMarked;
