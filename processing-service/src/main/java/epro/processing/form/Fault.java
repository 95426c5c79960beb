package epro.processing.form;

/**
 * One reason why a questionnaire can't be published.
 *
 * @param path where, such as {@code item[0].item[2].answerOption}
 * @param code why, a stable word
 * @param message why, in words
 */
public record Fault(String path, String code, String message) {}
