/** Tests of {@code ./epro data-check}. */
@NullMarked
package epro.cli.datacheck;

import org.jspecify.annotations.NullMarked;
