/** Tests of epro.cli.chaos.traffic. */
@NullMarked
package epro.cli.chaos.traffic;

import org.jspecify.annotations.NullMarked;
