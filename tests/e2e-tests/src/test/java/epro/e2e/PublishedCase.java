package epro.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.stack.StandardRole;
import epro.testing.DataFiles;
import epro.testing.Http;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A published validation case: a response, whose questionnaire is a form under the name by which the response calls it. */
final class PublishedCase {
    private final Pipeline pipeline = Pipeline.running();
    private final Http processing = pipeline.processing(StandardRole.CRC);
    private final ObjectNode response;

    PublishedCase(String name) throws IOException {
        response = (ObjectNode) read(name + "-qr.json");
        String canonical = response.path("questionnaire").asString();
        JsonNode questionnaire = read(name + "-q.json");
        pipeline.publish(
                canonical.substring(canonical.lastIndexOf('/') + 1),
                questionnaire.path("version").asString("1"),
                questionnaire.toString());
    }

    /** Without the warning that no response names its form's version. */
    static Stream<JsonNode> errors(JsonNode submission) {
        return submission
                .path("reasons")
                .valueStream()
                .filter(reason -> reason.path("severity").asString().equals("error"));
    }

    static JsonNode json(String singleQuoted) {
        return JsonMapper.shared().readTree(singleQuoted.replace('\'', '"'));
    }

    /** What a response of a new patient is stored as. */
    JsonNode sent() {
        HttpResponse<String> answer = answer();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return record(answer);
    }

    /** The items that are named by whoever refuses it: intake at its door, or the form. */
    Set<String> faultyItems() {
        HttpResponse<String> answer = answer();
        if (answer.statusCode() == 202) {
            return errors(record(answer))
                    .map(reason -> reason.path("path").asString())
                    .collect(Collectors.toSet());
        }
        JsonNode extension = Pipeline.json(answer).at("/issue/0/extension/0");
        assertThat(extension.path("url").asString()).as(answer.body()).isEqualTo("urn:epro:link-id");
        return Set.of(extension.path("valueString").asString());
    }

    /** Answers the item so, which stands beside the first that has no items of its own where it is not there yet. */
    void repair(String linkId, JsonNode answers) {
        ArrayNode items = innermost((ArrayNode) response.path("item"));
        ObjectNode item = items.valueStream()
                .filter(one -> one.path("linkId").asString().equals(linkId))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseGet(items::addObject);
        item.put("linkId", linkId).set("answer", answers);
    }

    void repair(JsonNode items) {
        response.set("item", items);
    }

    private static ArrayNode innermost(ArrayNode items) {
        return items.path(0).path("item") instanceof ArrayNode inner ? innermost(inner) : items;
    }

    private HttpResponse<String> answer() {
        response.putObject("subject").putObject("identifier").put("value", "P-" + UUID.randomUUID());
        return pipeline.intake()
                .send(
                        "POST",
                        "/fhir/R4/QuestionnaireResponse",
                        BodyPublishers.ofString(response.toString()),
                        "application/fhir+json");
    }

    private JsonNode record(HttpResponse<String> answer) {
        URI place = URI.create(answer.headers().firstValue("Content-Location").orElseThrow());
        return Pipeline.json(await().atMost(Duration.ofSeconds(20))
                .until(() -> processing.get(place.getPath()), record -> record.statusCode() == 200));
    }

    /** As it was published, or the same in JSON where that was in XML. */
    private static JsonNode read(String file) throws IOException {
        try (InputStream asJson = PublishedCase.class.getResourceAsStream("/fhir-cases/" + file)) {
            return asJson == null
                    ? JsonMapper.shared()
                            .readTree(Files.readString(DataFiles.find()
                                    .path("fhir-questionnaire-cases")
                                    .resolve(file)))
                    : JsonMapper.shared().readTree(asJson);
        }
    }
}
