package epro.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Writes the letters of a play. The same seed writes the same ones, but for the hour they tell of and the run's name in their ids. */
final class Script {

    private static final int PATIENTS = 150;
    private static final int SPOILT_PERCENT = 9;
    private static final int TWICE_PERCENT = 6;
    private static final int CHANGED_PERCENT = 3;
    private static final int ALARMING_PERCENT = 5;
    private static final Duration HOUR = Duration.ofHours(1);

    private final RandomGenerator random;
    private final List<SampleForm> forms;
    private final Map<String, List<String>> phrases = Phrases.byLanguage();
    private final Map<String, List<String>> alarms = Phrases.alarmingByLanguage();
    private final List<Patient> cohort = Patient.cohort(PATIENTS);
    private final String run;
    private final Instant beginning;
    private int written;

    /**
     * @param run names this run in every submission's id
     * @param beginning of the hour that the letters tell of
     */
    Script(RandomGenerator random, List<SampleForm> forms, String run, Instant beginning) {
        this.random = random;
        this.forms = forms;
        this.run = run;
        this.beginning = beginning;
    }

    /** Letters over the whole of a span, in three waves over a steady trickle. */
    List<Letter> waves(int letters, Duration span) {
        return IntStream.range(0, letters)
                .mapToObj(_ -> moment())
                .map(moment -> letter(scaled(span, moment), moment))
                .toList();
    }

    /** Letters evenly within a short span, all of them in the middle of the hour. */
    List<Letter> burst(int letters, Duration from, Duration span) {
        return IntStream.range(0, letters)
                .mapToObj(number -> letter(from.plus(span.multipliedBy(number).dividedBy(letters)), 0.5))
                .toList();
    }

    /** A share of the span, 0 to 1. */
    private double moment() {
        double wave = 0.2 + 0.3 * random.nextInt(3) + 0.05 * random.nextGaussian();
        return Math.clamp(random.nextBoolean() ? random.nextDouble() : wave, 0, 1);
    }

    private Letter letter(Duration at, double moment) {
        Draft draft = draft(beginning.plus(scaled(HOUR, moment)));
        Letter letter = draft.letter(at, Fate.STORED);
        int lot = random.nextInt(100);
        if (lot < SPOILT_PERCENT) {
            return spoilt(draft).letter(at, Fate.REJECTED);
        }
        if (lot < SPOILT_PERCENT + TWICE_PERCENT) {
            return letter.followedBy(draft.letter(at, Fate.DUPLICATE));
        }
        boolean changed = lot < SPOILT_PERCENT + TWICE_PERCENT + CHANGED_PERCENT;
        return changed ? letter.followedBy(draft.changed().letter(at, Fate.CONFLICT)) : letter;
    }

    private Draft draft(Instant completedAt) {
        Draft draft = harmless(completedAt);
        List<Alarm> possible =
                Alarm.in(draft.form(), alarms.getOrDefault(draft.patient().language(), List.of()));
        boolean alarming = !possible.isEmpty() && random.nextInt(100) < ALARMING_PERCENT;
        return alarming ? draft.alarming(pick(possible)) : draft;
    }

    private Draft harmless(Instant completedAt) {
        Patient patient = pick(cohort);
        SampleForm form = pick(forms);
        var today = completedAt.atOffset(patient.offset()).toLocalDate();
        Respondent respondent = new Respondent(random, phrases.getOrDefault(patient.language(), List.of()), today);
        written++;
        return new Draft(
                "%s-%05d".formatted(run, written),
                patient,
                form,
                completedAt,
                respondent.fillIn(form.questions()),
                null);
    }

    private Draft spoilt(Draft draft) {
        List<Fault> faults = Fault.ALL.stream()
                .filter(fault -> !places(fault, draft).isEmpty())
                .toList();
        Fault fault = pick(faults);
        Map<String, JsonNode> answers = new LinkedHashMap<>(draft.answers());
        fault.mistake().make(pick(places(fault, draft)), answers);
        return draft.answering(answers);
    }

    /** Never where something alarming stands: a rejected submission is read for harm as any other. */
    private static List<Question> places(Fault fault, Draft draft) {
        return fault.places(draft.form()).stream()
                .filter(question -> !question.linkId().equals(draft.alarm()))
                .toList();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Duration scaled(Duration span, double share) {
        return Duration.ofNanos((long) (span.toNanos() * share));
    }
}
