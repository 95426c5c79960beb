package epro.cli.chaos.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What is sent in one run, batch by batch, the same for the same dice: most of it good; a tenth fails validation, and half of that is severe all
 * the same; a twentieth is sent again later, and one in a hundred comes back under its id with other content. One in thirty
 * answers a form that is not there yet, and may never be.
 *
 * @param study every run has its own, so that its rows can be told from others'
 * @param count how many different submissions in a batch
 * @param span over which they are spread
 * @param patients whose they are
 * @param completedAt when all of them were filled in, says the patients' phones
 */
public record Traffic(String study, int count, Duration span, int patients, Instant completedAt) {

    private static final double INVALID = 0.1;
    private static final double LATE_FORM = 1 / 30.0;
    private static final double SENT_AGAIN = 0.05;
    private static final double OTHER_CONTENT = 0.01;
    private static final double WITH_NOTE = 0.3;
    private static final Duration LATER = Duration.ofSeconds(6);
    private static final List<String> NOTES = List.of(
            "A quiet day.",
            "今天感觉还可以。",
            Signs.CHEST_PAIN,
            Signs.BLEEDING,
            "No fever, no pain.",
            Signs.SELF_HARM,
            "线\u200dé Ω 😀 \"quoted\" \\ and\ttab");

    /**
     * One batch of them.
     *
     * @param batch from 0; each has ids of its own, and its times begin anew
     */
    public List<Message> messages(RandomGenerator dice, int batch) {
        List<Message> messages = new ArrayList<>();
        for (int number = batch * count; number < (batch + 1) * count; number++) {
            Duration at = span.multipliedBy(number - batch * count).dividedBy(count);
            Message.Heading heading = heading(dice);
            Message message = Message.of(at, heading, study + "-" + number, answers(dice, dice.nextInt(11)));
            messages.add(message);
            if (dice.nextDouble() < SENT_AGAIN) {
                messages.add(later(message, message.body(), message.contentHash(), dice));
            }
            if (dice.nextDouble() < OTHER_CONTENT) {
                Message other = Message.of(at, heading, message.submissionId(), answers(dice, 11 + number));
                messages.add(later(message, other.body(), other.contentHash(), dice));
            }
        }
        return List.copyOf(messages);
    }

    private Message.Heading heading(RandomGenerator dice) {
        String form = dice.nextDouble() < LATE_FORM ? DiaryForm.LATE + study : DiaryForm.ID;
        return new Message.Heading(study, "p-%02d".formatted(dice.nextInt(patients)), form, completedAt);
    }

    private static Message later(Message message, String body, String contentHash, RandomGenerator dice) {
        Duration at = message.at().plusMillis(dice.nextLong(LATER.toMillis()));
        return new Message(at, message.patientId(), message.submissionId(), body, contentHash);
    }

    private static Map<String, Object> answers(RandomGenerator dice, int pain) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("pain", dice.nextDouble() < INVALID ? 100 + pain : pain % 11);
        answers.put("fatigue", Integer.toString(dice.nextInt(5)));
        answers.put("day", pain);
        if (dice.nextDouble() < WITH_NOTE) {
            answers.put("note", NOTES.get(dice.nextInt(NOTES.size())));
        }
        return answers;
    }
}
