/** One short transaction a batch: identity, records, rejections, audit entries and outbox on one locked lane. */
@NullMarked
package epro.processing.storing;

import org.jspecify.annotations.NullMarked;
