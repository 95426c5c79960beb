package epro.processing.reading;

import epro.schemas.event.Answer;
import epro.schemas.event.Authentication;
import epro.schemas.event.SubmissionReceived;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** The texts of a submission's record, whatever fields its schema may come to have. Of the answers only the names. */
final class EventTexts {

    private EventTexts() {}

    /** Who and what it is about: none of these may be missing. */
    static Stream<String> identity(SubmissionReceived event) {
        return Stream.of(
                event.getSubmissionId(),
                event.getStudyId(),
                event.getSiteId(),
                event.getPatientId(),
                event.getFormId(),
                event.getContentHash());
    }

    /** Every text but what was answered, which has columns that hold anything. */
    static Stream<String> all(SubmissionReceived event) {
        return in(event);
    }

    /** Those that a client states, which intake bounds; a token's are as long as the issuer likes. */
    static Stream<String> stated(SubmissionReceived event) {
        Stream<@Nullable Object> fields = event.getSchema().getFields().stream()
                .filter(field -> !field.name().equals("actor"))
                .map(field -> event.get(field.pos()));
        return fields.filter(value -> !(value instanceof Authentication) && !(value instanceof List))
                .flatMap(EventTexts::in);
    }

    private static Stream<String> in(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> Stream.of(text.toString());
            case Answer answer -> Stream.concat(Stream.of(answer.getLinkId()), in(answer.getAnswers()));
            case IndexedRecord record ->
                record.getSchema().getFields().stream().flatMap(field -> in(record.get(field.pos())));
            case Collection<?> items -> items.stream().filter(Objects::nonNull).flatMap(EventTexts::in);
            case null, default -> Stream.empty();
        };
    }
}
