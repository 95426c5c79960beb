/** {@code ./epro data-check}: has processing compare everything and shows what it found. */
@NullMarked
package epro.cli.datacheck;

import org.jspecify.annotations.NullMarked;
