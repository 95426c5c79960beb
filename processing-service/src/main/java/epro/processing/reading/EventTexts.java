package epro.processing.reading;

import epro.schemas.event.Answer;
import epro.schemas.event.Authentication;
import epro.schemas.event.SubmissionReceived;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a submission's record, whatever fields its schema may come to have; of the answers only the names. Looked at in
 * every record, so without a stream for each field.
 */
final class EventTexts {
    private static final Set<String> UNBOUNDED = Set.of("actor", "document");

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

    /** Of every text but what was answered, which has columns that hold anything. */
    static boolean any(SubmissionReceived event, Predicate<String> test) {
        return in(event, test);
    }

    /**
     * Of those that a client states, which intake bounds; a token's are as long as the issuer likes, and a document is as long
     * as a body.
     */
    static boolean anyStated(SubmissionReceived event, Predicate<String> test) {
        for (Schema.Field field : event.getSchema().getFields()) {
            Object value = event.get(field.pos());
            boolean stated = !(value instanceof Authentication) && !(value instanceof List);
            if (stated && !UNBOUNDED.contains(field.name()) && in(value, test)) {
                return true;
            }
        }
        return false;
    }

    private static boolean in(@Nullable Object value, Predicate<String> test) {
        return switch (value) {
            case CharSequence text -> test.test(text.toString());
            case Answer answer -> test.test(answer.getLinkId()) || in(answer.getAnswers(), test);
            case IndexedRecord record -> inFields(record, test);
            case Collection<?> items -> inItems(items, test);
            case null, default -> false;
        };
    }

    private static boolean inFields(IndexedRecord record, Predicate<String> test) {
        for (Schema.Field field : record.getSchema().getFields()) {
            if (in(record.get(field.pos()), test)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inItems(Collection<?> items, Predicate<String> test) {
        for (Object item : items) {
            if (in(item, test)) {
                return true;
            }
        }
        return false;
    }
}
