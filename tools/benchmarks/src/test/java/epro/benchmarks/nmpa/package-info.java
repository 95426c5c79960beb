/** Holds what is measured with to what it is trusted for. */
@NullMarked
package epro.benchmarks.nmpa;

import org.jspecify.annotations.NullMarked;
