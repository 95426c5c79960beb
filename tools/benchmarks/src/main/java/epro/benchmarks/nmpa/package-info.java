/** The regulator's quota: how fast trials are synchronised within it, and that it is never broken. */
@NullMarked
package epro.benchmarks.nmpa;

import org.jspecify.annotations.NullMarked;
