package epro.model.inference;

import com.fasterxml.jackson.annotation.JsonInclude;
import epro.model.inference.LexiconModel.Opinion;
import epro.support.security.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads texts. Nothing of them is kept or logged. */
@RestController
@RequestMapping("/v2/models/{model}")
class InferenceController {
    private static final int BYTES_MAX = 1 << 20;

    private final LexiconModel model;
    private final JsonMapper json;

    InferenceController(LexiconModel model, JsonMapper json) {
        this.model = model;
        this.json = json;
    }

    /** The answer, with the version that gave it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String model_name,
            String model_version,
            @Nullable String id,
            List<Tensor> outputs) {}

    @PostMapping(
            path = {"/infer", "/versions/{version}/infer"},
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Answer infer(
            @PathVariable("model") String name,
            @PathVariable(name = "version", required = false) @Nullable String version,
            InputStream body,
            Caller caller)
            throws IOException {
        if (!caller.has("model:infer")) {
            caller.require("ops");
        }
        KnownModel.require(name, version);
        InferenceRequest request = InferenceRequest.of(parsed(body));
        List<Opinion> opinions = IntStream.range(0, request.texts().size())
                .mapToObj(i -> model.read(request.texts().get(i), request.language(i)))
                .toList();
        return new Answer(LexiconModel.NAME, LexiconModel.VERSION, request.id(), outputs(request, opinions));
    }

    private List<Tensor> outputs(InferenceRequest request, List<Opinion> opinions) {
        List<Tensor> outputs = new ArrayList<>();
        if (request.wants("score")) {
            outputs.add(Tensor.of(
                    "score", Tensor.FP64, opinions.stream().map(Opinion::score).toList()));
        }
        if (request.wants("terms")) {
            outputs.add(Tensor.of(
                    "terms",
                    Tensor.BYTES,
                    opinions.stream()
                            .map(opinion -> json.writeValueAsString(opinion.terms()))
                            .toList()));
        }
        return outputs;
    }

    private JsonNode parsed(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "the body must have at most " + BYTES_MAX + " bytes");
        }
        try {
            return json.readTree(bytes);
        } catch (JacksonException malformed) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "the body is no JSON");
        }
    }
}
