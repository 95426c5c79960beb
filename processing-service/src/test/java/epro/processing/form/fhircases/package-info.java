/** Published validation cases of FHIR questionnaires, held against what forms say here. */
@NullMarked
package epro.processing.form.fhircases;

import org.jspecify.annotations.NullMarked;
