/** Forms: a FHIR questionnaire compiled once into a plain model, against which answers are cleaned and validated. */
@NullMarked
package epro.processing.form;

import org.jspecify.annotations.NullMarked;
