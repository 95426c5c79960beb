/** Sends submissions to the intake service as a good client does. */
@NullMarked
package epro.cli.submission;

import org.jspecify.annotations.NullMarked;
