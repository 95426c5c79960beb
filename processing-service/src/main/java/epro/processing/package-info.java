/** Stage two: consumes submissions, validates, stores and audits them, and publishes what became of each. */
@NullMarked
package epro.processing;

import org.jspecify.annotations.NullMarked;
