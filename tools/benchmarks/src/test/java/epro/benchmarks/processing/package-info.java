/** What of the measuring can be proven without measuring. */
@NullMarked
package epro.benchmarks.processing;

import org.jspecify.annotations.NullMarked;
