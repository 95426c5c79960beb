package epro.e2e.realdata;

import static org.awaitility.Awaitility.await;

import epro.schemas.Topics;
import epro.schemas.codec.Decoded;
import epro.schemas.codec.RecordCodec;
import epro.schemas.event.Outcome;
import epro.schemas.event.SubmissionOutcome;
import epro.stack.LocalStack;
import epro.testing.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the topic of outcomes says of one study; an event that stands there twice counts once. */
record Outcomes(List<SubmissionOutcome> events) {

    static Outcomes of(LocalStack stack, String studyId) {
        try (RecordCodec codec =
                RecordCodec.open(Map.of("epro.registry.url", stack.registry().toString()))) {
            return new Outcomes(new TopicReader(stack.kafka())
                    .read(Topics.OUTCOMES).stream()
                            .map(event -> decoded(codec, event.value()))
                            .filter(outcome -> studyId.equals(String.valueOf(outcome.getStudyId())))
                            .collect(Collectors.toMap(
                                    outcome -> String.valueOf(outcome.getEventId()),
                                    outcome -> outcome,
                                    (one, _) -> one))
                            .values()
                            .stream()
                            .toList());
        }
    }

    Map<Outcome, Long> counts() {
        return events.stream().collect(Collectors.groupingBy(SubmissionOutcome::getOutcome, Collectors.counting()));
    }

    /** Submissions that were made more than once. */
    long twice() {
        Map<String, Long> made = events.stream()
                .filter(outcome -> outcome.getOutcome() == Outcome.STORED || outcome.getOutcome() == Outcome.REJECTED)
                .collect(Collectors.groupingBy(
                        outcome -> String.valueOf(outcome.getSubmissionKey()), Collectors.counting()));
        return made.values().stream().filter(times -> times > 1).count();
    }

    private static SubmissionOutcome decoded(RecordCodec codec, byte @Nullable [] bytes) {
        Decoded<SubmissionOutcome> decoded = await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .until(
                        () -> codec.decode(bytes, SubmissionOutcome.class),
                        answer -> !(answer instanceof Decoded.SchemaPending));
        if (decoded instanceof Decoded.Read<SubmissionOutcome> read) {
            return read.value();
        }
        throw new AssertionError("an outcome can't be read: " + decoded);
    }
}
