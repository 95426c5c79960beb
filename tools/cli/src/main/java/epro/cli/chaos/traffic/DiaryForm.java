package epro.cli.chaos.traffic;

import epro.cli.forms.FormPublisher;
import epro.stack.Endpoints;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The form that clients answer, under its own name and under others. */
public final class DiaryForm {

    /** The name under which it is there from the beginning. */
    public static final String ID = "chaos-diary";

    /** What the names begin with under which it is published late or never; the study's follows. */
    public static final String LATE = "late-";

    private DiaryForm() {}

    public static void publish(Endpoints stack, String id) throws IOException, InterruptedException {
        Path file = Files.createTempFile("diary", ".json");
        try (FormPublisher publisher = new FormPublisher(stack)) {
            Files.writeString(file, text().replace("\"" + ID + "\"", "\"" + id + "\""));
            publisher.publish(file);
        } finally {
            Files.delete(file);
        }
    }

    private static String text() {
        try (InputStream form = Objects.requireNonNull(DiaryForm.class.getResourceAsStream("/chaos/diary.json"))) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
