/** Holds what is measured with to what it is trusted for. */
@NullMarked
package epro.benchmarks;

import org.jspecify.annotations.NullMarked;
