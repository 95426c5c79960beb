package epro.e2e.realdata;

import epro.schemas.json.JsonValue;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The CDISC pilot study's questionnaires, as they lie under {@code EPRO_DATA}. */
record TrialData(List<Map<String, String>> dictionary, List<TrialSubmission> submissions) {

    static TrialData read(Path folder) throws IOException {
        return new TrialData(
                Csv.read(Files.readString(folder.resolve("item_dictionary.csv"))),
                submissions(folder.resolve("submissions.ndjson.gz")));
    }

    private static List<TrialSubmission> submissions(Path file) throws IOException {
        try (var unzipped = new GZIPInputStream(Files.newInputStream(file));
                var lines = new BufferedReader(new InputStreamReader(unzipped, StandardCharsets.UTF_8))) {
            return lines.lines().map(TrialData::submission).toList();
        }
    }

    private static TrialSubmission submission(String line) {
        Map<String, JsonValue> members =
                members(StrictJson.read(line.getBytes(StandardCharsets.UTF_8), Limits.STANDARD));
        return new TrialSubmission(
                text(members, "subject"),
                text(members, "visitnum"),
                text(members, "date"),
                text(members, "instrument"),
                answers(members.get("answers")));
    }

    private static SequencedMap<String, String> answers(@Nullable JsonValue items) {
        SequencedMap<String, String> answers = new LinkedHashMap<>();
        for (JsonValue item : items instanceof JsonValue.Items(var values) ? values : List.<JsonValue>of()) {
            Map<String, JsonValue> answer = members(item);
            if (answer.get("derived") instanceof JsonValue.Flag(boolean derived) && !derived) {
                answers.put(text(answer, "testcd"), text(answer, "answer"));
            }
        }
        return answers;
    }

    private static Map<String, JsonValue> members(JsonValue value) {
        return ((JsonValue.Members) value).values();
    }

    private static String text(Map<String, JsonValue> members, String name) {
        if (members.get(name) instanceof JsonValue.Text(String text)) {
            return text;
        }
        throw new IllegalArgumentException(name + " is no text");
    }
}
