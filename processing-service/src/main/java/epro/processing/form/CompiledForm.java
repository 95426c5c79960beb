package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A published form, ready to hold answers against. Immutable. */
public final class CompiledForm {
    private final String id;
    private final String version;
    private final Section section;
    private final @Nullable Duration window;
    private final Map<String, ItemMeaning> meanings;
    private final Map<String, Enablement> enablements;

    /** @param window null where the form says nothing of it */
    CompiledForm(String id, String version, FormItems items, @Nullable Duration window) {
        this.id = id;
        this.version = version;
        this.section = items.section();
        this.window = window;
        this.meanings = items.meanings();
        this.enablements = items.enablements();
    }

    public String id() {
        return id;
    }

    public String version() {
        return version;
    }

    /** For how long after it was completed a submission may well arrive; empty if the form says nothing of it. */
    public Optional<Duration> window() {
        return Optional.ofNullable(window);
    }

    /** What the question asks for; empty if the form has no such question. */
    public Optional<ItemMeaning> meaning(String linkId) {
        return Optional.ofNullable(meanings.get(linkId));
    }

    /**
     * Cleans the answers, then holds what is clean against the form; cleaning twice changes nothing more.
     *
     * <ul>
     *   <li>An item may be answered with {@code null} or {@code ""} (shown and skipped): a required one is then missing.
     *   <li>It may be answered with {@code {"missing": "not-applicable" | "declined"}}: that says why there is no answer,
     *       and is enough even where one is required, for nobody can be made to answer.
     *   <li>Items of a group that does not repeat stand with or without an object around them, and required ones are
     *       required whether or not the group is. Items under a question are required only once it is answered.
     *   <li>What the form does not ask for after the other answers ({@code enableWhen}) is not missed, and must not be
     *       answered.
     * </ul>
     */
    public Validation validate(JsonValue.Members answers) {
        Findings findings = new Findings();
        Place place = new Place("", findings, enablements, null);
        JsonValue.Members cleaned =
                SectionCheck.run(section, answers, place, Expectation.ASKED).cleaned();
        return findings.validation(cleaned);
    }

    /** Answers that came as a FHIR QuestionnaireResponse, in the shapes that {@link #validate} expects. */
    public JsonValue.Members shaped(JsonValue.Members fhirAnswers) {
        return FhirAnswers.shaped(section, fhirAnswers);
    }

    @Override
    public String toString() {
        return id + "|" + version;
    }
}
