package epro.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The questionnaires of these tests. */
final class Forms {

    static final String SYMPTOMS = "e2e-symptoms";

    private Forms() {}

    static void publishSymptoms(Pipeline pipeline) {
        pipeline.publish(SYMPTOMS, "1.0", resource("/forms/symptoms.json"));
    }

    static void publishDiary(Pipeline pipeline) {
        pipeline.publish(Diary.FORM, "1.0", resource("/forms/diary.json"));
    }

    static void publishFhir(Pipeline pipeline) {
        pipeline.publish("e2e-fhir", "1.0", resource("/forms/fhir.json"));
    }

    private static String resource(String name) {
        try (InputStream text = Objects.requireNonNull(Forms.class.getResourceAsStream(name), name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
