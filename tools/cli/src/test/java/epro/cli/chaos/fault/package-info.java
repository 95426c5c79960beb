/** Tests of epro.cli.chaos.fault. */
@NullMarked
package epro.cli.chaos.fault;

import org.jspecify.annotations.NullMarked;
