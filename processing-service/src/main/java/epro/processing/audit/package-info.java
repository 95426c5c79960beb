/** Signs, every few seconds, how far the audit chains have grown, and tells auditors. */
@NullMarked
package epro.processing.audit;

import org.jspecify.annotations.NullMarked;
