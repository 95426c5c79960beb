/** Sends a file of submissions, a line each, until every line has been answered for good. */
@NullMarked
package epro.cli.send;

import org.jspecify.annotations.NullMarked;
