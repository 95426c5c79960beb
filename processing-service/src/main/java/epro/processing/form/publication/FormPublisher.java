package epro.processing.form.publication;

import epro.keeper.LaneTransactions;
import epro.lane.AuditFact;
import epro.processing.form.Compiled;
import epro.processing.form.FormCompiler;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Publishes a form once: it is in the table and in the audit trail, or in neither. */
@Component
class FormPublisher {
    private final LaneTransactions lanes;
    private final FormTable table;
    private final PublishedForms forms;
    private final InstantSource clock;

    FormPublisher(LaneTransactions lanes, FormTable table, PublishedForms forms, InstantSource clock) {
        this.lanes = lanes;
        this.table = table;
        this.forms = forms;
        this.clock = clock;
    }

    Publication publish(String id, String version, JsonValue questionnaire, String publisher) {
        String hash = CanonicalJson.hash(questionnaire);
        Optional<Publication> standing = standing(id, version, hash);
        if (standing.isPresent()) {
            return standing.get();
        }
        return switch (FormCompiler.compile(id, version, questionnaire)) {
            case Compiled.Faulty(var faults) -> new Publication.Refused(faults);
            case Compiled.Form _ -> {
                Optional<FormSummary> added = add(new Draft(id, version, questionnaire, hash, publisher));
                forms.refresh();
                yield added.<Publication>map(Publication.Published::new)
                        .or(() -> standing(id, version, hash))
                        .orElseThrow();
            }
        };
    }

    private record Draft(String id, String version, JsonValue questionnaire, String hash, String publisher) {}

    /** Empty if another was faster. Under the lane's lock forms become visible in their order. */
    private Optional<FormSummary> add(Draft draft) {
        return lanes.append(LaneTransactions.OPERATIONS, (_, append) -> {
            FormSummary form = summary(draft, clock.instant().truncatedTo(ChronoUnit.MICROS));
            if (!table.add(form, CanonicalJson.write(draft.questionnaire()))) {
                return Optional.<FormSummary>empty();
            }
            append.record(published(form));
            return Optional.of(form);
        });
    }

    private static FormSummary summary(Draft draft, Instant now) {
        String title = draft.questionnaire() instanceof JsonValue.Members(var members)
                        && members.get("title") instanceof JsonValue.Text(String text)
                ? text
                : null;
        return new FormSummary(draft.id(), draft.version(), title, draft.hash(), now, draft.publisher());
    }

    private static AuditFact published(FormSummary form) {
        String entity = "form/" + form.formId() + "/versions/" + form.version();
        return new AuditFact(
                "FORM_PUBLISHED",
                form.publishedBy(),
                entity,
                form.contentHash(),
                null,
                null,
                form.publishedAt(),
                null,
                "{}");
    }

    private Optional<Publication> standing(String id, String version, String hash) {
        return table.find(id, version)
                .map(found -> found.summary().contentHash().equals(hash)
                        ? new Publication.Repeated(found.summary())
                        : new Publication.Taken());
    }
}
