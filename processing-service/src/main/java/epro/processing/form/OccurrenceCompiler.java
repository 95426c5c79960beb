package epro.processing.form;

import java.util.Optional;

/** How often an item is to be answered, as its questionnaire says. */
final class OccurrenceCompiler {

    private OccurrenceCompiler() {}

    static Occurrence compile(Element element, Extensions extensions) {
        boolean required = element.flag("required");
        Optional<Integer> min = count(extensions, Extensions.MIN_OCCURS);
        Optional<Integer> max = count(extensions, Extensions.MAX_OCCURS);
        boolean repeats = element.has("repeats") ? element.flag("repeats") : isMany(min) || isMany(max);
        Occurrence occurrence = new Occurrence(
                repeats,
                required,
                min.orElse(required ? 1 : 0),
                max.orElse(repeats ? Integer.MAX_VALUE : 1),
                severity(extensions));
        if (!repeats && (occurrence.min() > 1 || occurrence.max() > 1)) {
            element.fault("repeats", "bad-occurrence", "An item that does not repeat is answered once at most.");
        }
        if (occurrence.max() == 0 || occurrence.min() > occurrence.max()) {
            element.fault("extension", "min-above-max", "No number of answers would be right.");
        }
        return occurrence;
    }

    /** Says that an item repeats as well as {@code repeats} would, which need not be given. */
    private static boolean isMany(Optional<Integer> count) {
        return count.filter(number -> number > 1).isPresent();
    }

    private static Optional<Integer> count(Extensions extensions, String url) {
        return extensions.take(url).flatMap(extension -> extension.needed("valueInteger", extension::count));
    }

    private static Severity severity(Extensions extensions) {
        Optional<Element> extension = extensions.take(Extensions.SEVERITY);
        Optional<String> code = extension.flatMap(given -> given.needed("valueCode", given::text));
        if (code.isPresent() && !code.get().equals("error") && !code.get().equals("warning")) {
            extension.get().fault("valueCode", "bad-value", "This must be error or warning.");
        }
        return code.filter("warning"::equals).isPresent() ? Severity.WARNING : Severity.ERROR;
    }
}
