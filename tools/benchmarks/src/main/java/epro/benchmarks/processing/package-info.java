/** The way from a topic of submissions into the database, beside the plain ways of going it. */
@NullMarked
package epro.benchmarks.processing;

import org.jspecify.annotations.NullMarked;
