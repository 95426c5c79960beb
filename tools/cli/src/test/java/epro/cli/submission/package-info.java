/** The client against a server of the test's own. */
@NullMarked
package epro.cli.submission;

import org.jspecify.annotations.NullMarked;
