/** Rows that are proven by the audit entries which carry their hash. */
@NullMarked
package epro.processing.proof;

import org.jspecify.annotations.NullMarked;
