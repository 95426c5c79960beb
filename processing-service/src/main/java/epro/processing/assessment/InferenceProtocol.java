package epro.processing.assessment;

import epro.processing.harm.Finding;
import epro.processing.harm.FindingKind;
import epro.processing.harm.Term;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions and answers as the Open Inference Protocol v2 has them: the texts of one question after those of the other, all
 * of one language.
 *
 * @param model whose word a finding is
 */
record InferenceProtocol(JsonMapper json, String model) {

    /** A lone question bears its own random id, several together one of no question. */
    String question(List<Assessment> asked) {
        List<String> texts = asked.stream()
                .flatMap(assessment -> assessment.texts().stream())
                .map(Text::text)
                .toList();
        List<Object> inputs = new ArrayList<>();
        inputs.add(tensor("text", texts));
        String language = asked.getFirst().language();
        if (language != null) {
            inputs.add(tensor("language", Collections.nCopies(texts.size(), language)));
        }
        UUID id = asked.size() == 1 ? asked.getFirst().id() : UUID.randomUUID();
        return json.writeValueAsString(Map.of("id", id.toString(), "inputs", inputs));
    }

    private static Map<String, Object> tensor(String name, List<String> data) {
        return Map.of("name", name, "datatype", "BYTES", "shape", List.of(data.size()), "data", data);
    }

    /**
     * What is said of each question; one of which nothing sensible is said is left out.
     *
     * @throws IOException if nothing sensible is said of any
     */
    Map<Assessment, Reading> readings(String answer, List<Assessment> asked) throws IOException {
        try {
            JsonNode root = json.readTree(answer);
            JsonNode scores = output(root, "score");
            JsonNode terms = output(root, "terms");
            String version = AnswerCheck.line(root.path("model_version"));
            int texts = asked.stream().mapToInt(one -> one.texts().size()).sum();
            if (scores.size() != texts || terms.size() != texts) {
                throw new IOException("answered not for each text");
            }
            return readings(new Said(version, scores, terms), asked);
        } catch (JacksonException notTheProtocol) {
            throw new IOException("answered what can't be read", notTheProtocol);
        }
    }

    private record Said(String version, JsonNode scores, JsonNode terms) {}

    private Map<Assessment, Reading> readings(Said said, List<Assessment> asked) throws IOException {
        Map<Assessment, Reading> readings = new HashMap<>();
        IOException senseless = null;
        int from = 0;
        for (Assessment assessment : asked) {
            try {
                readings.put(assessment, reading(said, from, assessment));
            } catch (IOException | JacksonException nonsense) {
                senseless = nonsense instanceof IOException known ? known : new IOException(nonsense);
            }
            from += assessment.texts().size();
        }
        if (readings.isEmpty() && senseless != null) {
            throw senseless;
        }
        return readings;
    }

    private Reading reading(Said said, int from, Assessment assessment) throws IOException {
        List<Finding> findings = new ArrayList<>();
        double highest = 0;
        for (int i = 0; i < assessment.texts().size(); i++) {
            highest = Math.max(highest, AnswerCheck.score(said.scores().path(from + i)));
            String path = assessment.texts().get(i).path();
            for (JsonNode term : json.readTree(said.terms().path(from + i).asString("[]"))) {
                findings.add(finding(term, path, said.version()));
            }
        }
        AnswerCheck.requireFew(findings);
        return new Reading(said.version(), highest, findings);
    }

    private Finding finding(JsonNode term, String path, String version) throws IOException {
        return new Finding(
                FindingKind.MODEL,
                model,
                version,
                path,
                new Term(
                        AnswerCheck.line(term.path("system")),
                        AnswerCheck.line(term.path("code")),
                        AnswerCheck.line(term.path(term.has("display") ? "display" : "code"))),
                null,
                null,
                Map.of(),
                AnswerCheck.score(term.path("score")));
    }

    private static JsonNode output(JsonNode answer, String name) {
        return answer.path("outputs")
                .valueStream()
                .filter(output -> output.path("name").asString("").equals(name))
                .findFirst()
                .map(output -> output.path("data"))
                .orElse(answer.path("outputs").path("none"));
    }
}
