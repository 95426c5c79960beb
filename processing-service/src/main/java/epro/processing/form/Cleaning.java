package epro.processing.form;

import epro.schemas.json.JsonValue;

/**
 * One change that cleaning made to an answer.
 *
 * @param path as a violation's
 * @param rule what was done, such as {@code trim}
 * @param before the answer before this change
 * @param after the answer after it
 */
public record Cleaning(String path, String rule, JsonValue before, JsonValue after) {}
