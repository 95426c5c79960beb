package epro.processing.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The extensions of one element. Those that change what may be answered are taken by who understands them; the rest is refused. */
final class Extensions {
    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    static final String MIN_VALUE = CORE + "minValue";
    static final String MAX_VALUE = CORE + "maxValue";
    static final String MIN_QUANTITY = SDC + "minQuantity";
    static final String MAX_QUANTITY = SDC + "maxQuantity";
    static final String MAX_DECIMAL_PLACES = CORE + "maxDecimalPlaces";
    static final String MIN_LENGTH = CORE + "minLength";
    static final String REGEX = CORE + "regex";
    static final String MIN_OCCURS = CORE + "questionnaire-minOccurs";
    static final String MAX_OCCURS = CORE + "questionnaire-maxOccurs";
    static final String OPTION_EXCLUSIVE = CORE + "questionnaire-optionExclusive";
    static final String UNIT = CORE + "questionnaire-unit";
    static final String UNIT_OPTION = CORE + "questionnaire-unitOption";
    static final String UNIT_VALUE_SET = CORE + "questionnaire-unitValueSet";
    static final String MIME_TYPE = CORE + "mimeType";
    static final String MAX_SIZE = CORE + "maxSize";
    static final String ORDINAL_VALUE = CORE + "ordinalValue";
    /** Ours: operator, value, term and, where it is so, selfHarm; an answer beyond is a finding. */
    static final String HARM_THRESHOLD = "urn:epro:harm-threshold";
    /** Ours: {@code valueCode} error (as without it) or warning, for whatever is wrong with the item's answers. */
    static final String SEVERITY = "urn:epro:violation-severity";

    /** Ours, of the whole form: how many hours after its completion a submission may well arrive. */
    static final String COMPLETION_WINDOW = "urn:epro:completion-window-hours";

    /** How a form is shown or scored, which changes nothing about which answers it takes. */
    private static final Set<String> PRESENTATION = Set.of(
            CORE + "questionnaire-itemControl",
            CORE + "questionnaire-choiceOrientation",
            CORE + "questionnaire-displayCategory",
            CORE + "questionnaire-hidden",
            CORE + "questionnaire-optionPrefix",
            CORE + "questionnaire-sliderStepValue",
            CORE + "questionnaire-supportLink",
            CORE + "questionnaire-usageMode",
            CORE + "entryFormat",
            ORDINAL_VALUE,
            CORE + "rendering-style",
            CORE + "rendering-xhtml",
            CORE + "rendering-markdown",
            CORE + "translation",
            CORE + "designNote",
            SDC + "shortText",
            SDC + "openLabel",
            SDC + "width",
            SDC + "preferredTerminologyServer");

    private final List<Element> untaken = new ArrayList<>();

    private Extensions(List<Element> elements) {
        untaken.addAll(elements);
    }

    static Extensions of(Element element) {
        return new Extensions(element.children("extension"));
    }

    Optional<Element> take(String url) {
        List<Element> found = takeAll(url);
        found.stream().skip(1).forEach(again -> again.fault("url", "repeated", "This extension may stand here once."));
        return found.stream().findFirst();
    }

    List<Element> takeAll(String url) {
        List<Element> found =
                untaken.stream().filter(one -> isAt(one, Stream.of(url))).toList();
        untaken.removeAll(found);
        return found;
    }

    void refuseRest() {
        untaken.removeIf(one -> isAt(one, PRESENTATION.stream()));
        untaken.forEach(one -> one.fault("url", "unsupported", "This extension is not supported here."));
    }

    private static boolean isAt(Element extension, Stream<String> urls) {
        Optional<String> url = extension.text("url");
        return url.isPresent() && urls.anyMatch(url.get()::equals);
    }
}
