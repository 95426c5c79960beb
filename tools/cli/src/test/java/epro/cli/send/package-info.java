/** Sending a file of submissions. */
@NullMarked
package epro.cli.send;

import org.jspecify.annotations.NullMarked;
