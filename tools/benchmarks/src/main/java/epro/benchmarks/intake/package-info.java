/** How fast intake answers, beside the log alone and plain ways of standing in front of it, and what it does when too much comes. */
@NullMarked
package epro.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
