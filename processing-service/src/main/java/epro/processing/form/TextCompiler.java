package epro.processing.form;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The limits of what is written, as its questionnaire gives them. */
final class TextCompiler {
    private static final int PATTERN_LENGTH_MAX = 1_000;

    private TextCompiler() {}

    static TextRule compile(Element element, Extensions extensions) {
        return compile(element, extensions, element.count("maxLength").orElse(Integer.MAX_VALUE));
    }

    /** Of a date or time, which FHIR gives no greatest length. */
    static TextRule ofMoment(Element element, Extensions extensions) {
        return compile(element, extensions, Integer.MAX_VALUE);
    }

    private static TextRule compile(Element element, Extensions extensions, int max) {
        int min = extensions
                .take(Extensions.MIN_LENGTH)
                .flatMap(extension -> extension.needed("valueInteger", extension::count))
                .orElse(0);
        if (max == 0 || min > max) {
            element.fault("maxLength", "min-above-max", "No text would be of the right length.");
        }
        Optional<BoundedPattern> pattern = extensions.take(Extensions.REGEX).flatMap(TextCompiler::pattern);
        return new TextRule(min, max, pattern.orElse(null));
    }

    private static Optional<BoundedPattern> pattern(Element extension) {
        Optional<String> text = extension.needed("valueString", extension::text);
        try {
            return text.filter(pattern -> pattern.length() <= PATTERN_LENGTH_MAX || tooLong(extension))
                    .map(pattern -> new BoundedPattern(Pattern.compile(pattern)));
        } catch (PatternSyntaxException e) {
            extension.fault("valueString", "bad-pattern", "This must be a regular expression.");
            return Optional.empty();
        }
    }

    private static boolean tooLong(Element extension) {
        extension.fault("valueString", "bad-pattern", "At most " + PATTERN_LENGTH_MAX + " characters are supported.");
        return false;
    }
}
