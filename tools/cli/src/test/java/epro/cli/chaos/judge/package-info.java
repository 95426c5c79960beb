/** Tests of epro.cli.chaos.judge. */
@NullMarked
package epro.cli.chaos.judge;

import org.jspecify.annotations.NullMarked;
