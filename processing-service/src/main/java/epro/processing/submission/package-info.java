/** The read side: one submission with its history, and lists of them. */
@NullMarked
package epro.processing.submission;

import org.jspecify.annotations.NullMarked;
