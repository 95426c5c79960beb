package epro.processing.form.publication;

/**
 * A published version as the table holds it.
 *
 * @param source the questionnaire in canonical JSON
 */
record StoredForm(long sequence, FormSummary summary, String source) {}
