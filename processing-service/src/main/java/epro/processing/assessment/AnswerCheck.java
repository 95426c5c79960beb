package epro.processing.assessment;

import epro.processing.harm.Finding;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What of a model's answer may go into our books. All else is no answer at all, and the question is asked again. */
final class AnswerCheck {
    private static final Pattern LINE = Pattern.compile("\\P{Cntrl}{1,200}");
    private static final int FINDINGS_MAX = 100;
    private static final int DIGITS = 6;

    private AnswerCheck() {}

    /** A name, a code, a version: one line of at most 200 characters. */
    static String line(JsonNode value) throws IOException {
        String text = value.asString("");
        if (!LINE.matcher(text).matches()) {
            throw new IOException("answered a word that is empty, long or no line");
        }
        return text;
    }

    /** From 0 to 1, with six digits. */
    static double score(JsonNode value) throws IOException {
        double score = value.asDouble(0);
        if (!(score >= 0 && score <= 1)) {
            throw new IOException("answered a score that is not from 0 to 1");
        }
        return BigDecimal.valueOf(score).setScale(DIGITS, RoundingMode.HALF_UP).doubleValue();
    }

    static void requireFew(List<Finding> findings) throws IOException {
        if (findings.size() > FINDINGS_MAX) {
            throw new IOException("answered more than " + FINDINGS_MAX + " findings");
        }
    }
}
