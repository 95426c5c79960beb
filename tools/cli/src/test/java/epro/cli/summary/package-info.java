/** Sums and measures of small samples. */
@NullMarked
package epro.cli.summary;

import org.jspecify.annotations.NullMarked;
