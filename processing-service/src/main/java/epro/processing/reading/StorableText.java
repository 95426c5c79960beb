package epro.processing.reading;

import epro.schemas.event.ClientApp;
import epro.schemas.event.SubmissionReceived;
import epro.schemas.event.Visit;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a table can't hold before the table is asked: a U+0000 in an identifier, a time outside of history. */
final class StorableText {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private StorableText() {}

    /** The reason why the event can't be stored as it is, as a stable word. */
    static Optional<String> firstDoubt(SubmissionReceived event) {
        if (identity(event).anyMatch(text -> text == null || text.isEmpty())) {
            return Optional.of("identity-missing");
        }
        if (texts(event).anyMatch(StorableText::holdsNul)) {
            return Optional.of("nul-character");
        }
        Instant received = event.getReceivedAt();
        boolean outsideOfHistory = received.isBefore(EARLIEST) || received.isAfter(LATEST);
        return outsideOfHistory ? Optional.of("time-out-of-range") : Optional.empty();
    }

    private static Stream<@Nullable String> identity(SubmissionReceived event) {
        return Stream.of(
                event.getSubmissionId(),
                event.getStudyId(),
                event.getSiteId(),
                event.getPatientId(),
                event.getFormId(),
                event.getContentHash());
    }

    private static Stream<@Nullable String> texts(SubmissionReceived event) {
        Stream<@Nullable String> plain = Stream.of(
                event.getFormVersion(),
                event.getStartedAt(),
                event.getCompletedAt(),
                event.getLanguage(),
                event.getRespondent(),
                event.getActor());
        return Stream.of(identity(event), plain, visit(event.getVisit()), client(event.getClient()))
                .flatMap(texts -> texts);
    }

    private static Stream<@Nullable String> visit(@Nullable Visit visit) {
        return visit == null ? Stream.empty() : Stream.of(visit.getId(), visit.getRepeatKey());
    }

    private static Stream<@Nullable String> client(@Nullable ClientApp client) {
        return client == null ? Stream.empty() : Stream.of(client.getApp(), client.getVersion(), client.getOs());
    }

    private static boolean holdsNul(@Nullable String text) {
        return text != null && text.indexOf('\0') >= 0;
    }
}
