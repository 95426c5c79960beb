package epro.processing.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a question asks for, as far as reading its answers for harm needs to know.
 *
 * @param codes by which the question is known elsewhere
 * @param kind whether it is answered in own words
 * @param weights of options by code ({@code ordinalValue})
 * @param thresholds beyond which an answer is a finding
 */
public record ItemMeaning(
        List<Code> codes, AnswerKind kind, Map<String, BigDecimal> weights, List<Threshold> thresholds) {

    public ItemMeaning {
        codes = List.copyOf(codes);
        weights = Map.copyOf(weights);
        thresholds = List.copyOf(thresholds);
    }

    /** A code with its system, either empty where it was not named, and how it is displayed. */
    public record Code(String system, String code, String display) {}

    /** How much of an answer is the patient's own words. */
    public enum AnswerKind {
        FREE_TEXT,
        /** A choice, or else own words. */
        OPEN_CHOICE,
        OTHER
    }
}
