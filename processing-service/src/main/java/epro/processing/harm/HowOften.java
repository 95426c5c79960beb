package epro.processing.harm;

import epro.processing.form.Texts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something bothered a patient, 0 to 3, as the questionnaires of the PHQ family count it (LOINC LL358-3): by the
 * answer's LOINC code or in plain words, English or Chinese, alone or behind their number.
 */
final class HowOften {
    private static final Pattern NUMBERED = Pattern.compile("([0-3])\\s*[-–—=.:：、，,)）]\\s*(\\D.*)");
    private static final Pattern AROUND = Pattern.compile("^[\\p{P}\\s]+|[\\p{P}\\s]+$");
    private static final Map<String, BigDecimal> KNOWN = known(List.of(
            List.of(
                    "la6568-5",
                    "not at all",
                    "none",
                    "none at all",
                    "never",
                    "not once",
                    "not really",
                    "nope",
                    "i have not",
                    "i haven't",
                    "无",
                    "無",
                    "没",
                    "没有",
                    "沒有",
                    "完全没有",
                    "完全沒有",
                    "完全不会",
                    "完全不會",
                    "根本没有",
                    "根本沒有",
                    "一点也没有",
                    "一點也沒有",
                    "从来没有",
                    "從來沒有",
                    "从未",
                    "從未",
                    "从不",
                    "從不",
                    "没有过",
                    "沒有過",
                    "不会",
                    "不會",
                    "否"),
            List.of("la6569-3", "several days", "some days", "好几天", "好幾天", "有几天", "有幾天", "几天", "幾天", "偶尔", "偶爾"),
            List.of(
                    "la6570-1",
                    "more than half the days",
                    "一半以上的天数",
                    "一半以上的天數",
                    "一半以上时间",
                    "一半以上時間",
                    "一半以上的日子",
                    "超过一半的天数",
                    "超過一半的天數"),
            List.of("la6571-9", "nearly every day", "几乎每天", "幾乎每天", "近乎每天", "每天")));

    private HowOften() {}

    /** Empty for what says something else, or more. */
    static Optional<BigDecimal> of(String answer) {
        String text = AROUND.matcher(Texts.narrow(Texts.trim(answer))
                        .toLowerCase(Locale.ROOT)
                        .replace('’', '\''))
                .replaceAll("");
        Matcher numbered = NUMBERED.matcher(text);
        return numbered.matches()
                ? Optional.of(new BigDecimal(numbered.group(1)))
                : Optional.ofNullable(KNOWN.get(text));
    }

    private static Map<String, BigDecimal> known(List<List<String>> byNumber) {
        Map<String, BigDecimal> known = new HashMap<>();
        for (int number = 0; number < byNumber.size(); number++) {
            BigDecimal value = BigDecimal.valueOf(number);
            byNumber.get(number).forEach(words -> known.put(words, value));
        }
        return Map.copyOf(known);
    }
}
