/** Submissions over HTTP: read strictly, bound to its patient, named, sent, and answered in time. */
@NullMarked
package epro.intake.request;

import org.jspecify.annotations.NullMarked;
