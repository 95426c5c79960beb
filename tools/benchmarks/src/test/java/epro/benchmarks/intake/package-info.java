/** Tests of the bench of intake's door. */
@NullMarked
package epro.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
