/** What the project promises, measured: the benchmarks, and the room that they share for rounds, lanes and goals. */
@NullMarked
package epro.benchmarks;

import org.jspecify.annotations.NullMarked;
