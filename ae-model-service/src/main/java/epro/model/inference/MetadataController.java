package epro.model.inference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who serves here, what, and whether it is ready. */
@RestController
@RequestMapping("/v2")
class MetadataController {
    private static final List<Integer> ANY_LENGTH = List.of(-1);

    /** A tensor that the model takes or gives; a length of -1 is any. */
    record Signature(String name, String datatype, List<Integer> shape) {}

    /** The model's metadata, in the protocol's words. */
    record Metadata(
            String name, List<String> versions, String platform, List<Signature> inputs, List<Signature> outputs) {}

    @GetMapping({"", "/"})
    Map<String, Object> server() {
        return Map.of("name", "ae-model-service", "version", LexiconModel.VERSION, "extensions", List.of());
    }

    @GetMapping("/health/live")
    Map<String, Boolean> live() {
        return Map.of("live", true);
    }

    @GetMapping("/health/ready")
    Map<String, Boolean> ready() {
        return Map.of("ready", true);
    }

    @GetMapping({"/models/{model}", "/models/{model}/versions/{version}"})
    Metadata model(@PathVariable String model, @PathVariable(required = false) @Nullable String version) {
        KnownModel.require(model, version);
        return new Metadata(
                LexiconModel.NAME,
                List.of(LexiconModel.VERSION),
                "epro_lexicon",
                List.of(bytes("text"), bytes("language")),
                List.of(new Signature("score", Tensor.FP64, ANY_LENGTH), bytes("terms")));
    }

    @GetMapping({"/models/{model}/ready", "/models/{model}/versions/{version}/ready"})
    Map<String, Object> modelReady(
            @PathVariable String model, @PathVariable(required = false) @Nullable String version) {
        KnownModel.require(model, version);
        return Map.of("name", LexiconModel.NAME, "ready", true);
    }

    private static Signature bytes(String name) {
        return new Signature(name, Tensor.BYTES, ANY_LENGTH);
    }
}
