package epro.processing.form;

/**
 * One answer that the form does not allow.
 *
 * @param path the linkId, or {@code group[1].linkId} in a repeating group (counted from 0)
 * @param code why
 * @param severity what it leads to
 * @param message why, in words; never holds what the patient answered
 */
public record Violation(String path, ReasonCode code, Severity severity, String message) {}
