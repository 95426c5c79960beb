package epro.benchmarks.processing;

import epro.schemas.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** The form that is answered, and how patients answer it: mostly mild, now and then bad, one in three with a remark. */
final class Diary {
    static final String ID = "bench-diary";
    static final String VERSION = "1.0";

    private static final String RESOURCE = "/processing/diary.json";
    private static final double BAD_DAYS = 0.05;
    private static final double REMARKS = 0.3;
    private static final int LEVEL_MOST = 4;

    private static final List<String> SYMPTOMS = List.of(
            "nausea-frequency",
            "nausea-severity",
            "diarrhea-frequency",
            "pain-frequency",
            "pain-severity",
            "pain-interference",
            "fatigue-severity",
            "fatigue-interference");

    private static final List<String> PHRASES = List.of(
            "A good day, slept well and ate most of my meals.",
            "Was sick after breakfast, but it passed before noon.",
            "My fingers tingle, so that buttons and keys are hard work.",
            "Woke up several times last night and was tired all day.",
            "No fever, no cough, no shortness of breath.",
            "手指还是有点麻，别的都好。",
            "今天胃口不好，只吃了半碗粥。");

    private Diary() {}

    /** The FHIR Questionnaire. */
    static String questionnaire() {
        try (InputStream form = Objects.requireNonNull(Diary.class.getResourceAsStream(RESOURCE))) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One evening's answers; valid. */
    static JsonValue.Members answers(RandomGenerator random) {
        boolean bad = random.nextDouble() < BAD_DAYS;
        Map<String, JsonValue> answers = new LinkedHashMap<>();
        for (String symptom : SYMPTOMS) {
            answers.put(symptom, new JsonValue.Text(Integer.toString(level(random, bad))));
        }
        int tenths = 362 + random.nextInt(bad ? 25 : 9);
        answers.put("temperature", new JsonValue.NumberText("%d.%d".formatted(tenths / 10, tenths % 10)));
        answers.put("tablets", new JsonValue.Flag(random.nextInt(10) > 0));
        if (random.nextDouble() < REMARKS) {
            answers.put("note", new JsonValue.Text(PHRASES.get(random.nextInt(PHRASES.size()))));
        }
        return new JsonValue.Members(answers);
    }

    private static int level(RandomGenerator random, boolean bad) {
        return bad ? 1 + random.nextInt(LEVEL_MOST) : random.nextInt(2);
    }
}
