/** Tests of epro.cli.chaos. */
@NullMarked
package epro.cli.chaos;

import org.jspecify.annotations.NullMarked;
