/** The FHIR door: a QuestionnaireResponse read into what any submission states, and every answer said as FHIR says it. */
@NullMarked
package epro.intake.fhir;

import org.jspecify.annotations.NullMarked;
