package epro.model.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/**
 * The texts to read.
 *
 * @param id the client's own, given back with the answer
 * @param languages one for each text, or none
 * @param outputs the names of those that are wanted; none: all
 */
record InferenceRequest(@Nullable String id, List<String> texts, List<String> languages, Set<String> outputs) {
    static final int TEXTS_MAX = 512;

    InferenceRequest {
        texts = List.copyOf(texts);
        languages = List.copyOf(languages);
        outputs = Set.copyOf(outputs);
    }

    /** Refuses with 400 what the protocol or the model's signature does not allow. */
    static InferenceRequest of(JsonNode body) {
        if (!body.isObject() || !body.path("inputs").isArray()) {
            throw refused("inputs must be a list of tensors");
        }
        List<String> texts = tensor(body, "text").orElseThrow(() -> refused("the input tensor text is missing"));
        List<String> languages = tensor(body, "language").orElse(List.of());
        if (!languages.isEmpty() && languages.size() != texts.size()) {
            throw refused("language must have as many elements as text");
        }
        for (JsonNode input : body.path("inputs")) {
            if (!Set.of("text", "language").contains(input.path("name").asString(""))) {
                throw refused("an input tensor has a name that this model does not know");
            }
        }
        return new InferenceRequest(
                body.path("id").isString() ? body.path("id").asString() : null, texts, languages, outputs(body));
    }

    @Nullable
    String language(int index) {
        return languages.isEmpty() || languages.get(index).isBlank() ? null : languages.get(index);
    }

    boolean wants(String output) {
        return outputs.isEmpty() || outputs.contains(output);
    }

    private static Optional<List<String>> tensor(JsonNode body, String name) {
        return body.path("inputs")
                .valueStream()
                .filter(input -> input.path("name").asString("").equals(name))
                .findFirst()
                .map(input -> elements(name, input));
    }

    private static List<String> elements(String name, JsonNode input) {
        if (!input.path("datatype").asString("").equals(Tensor.BYTES)) {
            throw refused(name + " must have the datatype BYTES");
        }
        List<String> elements = new ArrayList<>();
        for (JsonNode element : input.path("data")) {
            if (!element.isString()) {
                throw refused(name + " must have texts as its data");
            }
            elements.add(element.asString());
        }
        if (elements.isEmpty() || elements.size() > TEXTS_MAX) {
            throw refused(name + " must have 1 to " + TEXTS_MAX + " elements");
        }
        JsonNode shape = input.path("shape");
        if (shape.size() != 1 || shape.path(0).asInt(-1) != elements.size()) {
            throw refused("the shape of " + name + " must be the number of its data");
        }
        return elements;
    }

    private static Set<String> outputs(JsonNode body) {
        Set<String> outputs = new java.util.HashSet<>();
        for (JsonNode output : body.path("outputs")) {
            String name = output.path("name").asString("");
            if (!Set.of("score", "terms").contains(name)) {
                throw refused("an output is asked for that this model does not have");
            }
            outputs.add(name);
        }
        return outputs;
    }

    private static Refusal refused(String sentence) {
        return new Refusal(HttpStatus.BAD_REQUEST, sentence);
    }

    @Override
    public String toString() {
        return "InferenceRequest[" + texts.size() + " texts]";
    }
}
