/** The command line as a whole: usage and exit status. */
@NullMarked
package epro.cli;

import org.jspecify.annotations.NullMarked;
