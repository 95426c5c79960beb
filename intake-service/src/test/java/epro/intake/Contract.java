package epro.intake;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What docs/openapi/intake.yaml says. */
public final class Contract {
    private static final JsonNode DOCUMENT = new YAMLMapper()
            .readTree(Path.of("..", "docs", "openapi", "intake.yaml").toFile());
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    private Contract() {}

    static JsonNode document() {
        return DOCUMENT;
    }

    /** All that can be called, as {@code POST /path}. */
    public static Set<String> calls() {
        Set<String> calls = new TreeSet<>();
        DOCUMENT.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return calls;
    }

    /** Where in the document the operation of a path stands; each path has one. Empty where there is no such path. */
    public static Optional<String> operation(String path) {
        return DOCUMENT.path("paths").path(path).propertyNames().stream()
                .filter(METHODS::contains)
                .findFirst()
                .map(method -> "/paths/" + escaped(path) + "/" + method);
    }

    /** The operation itself. */
    public static JsonNode described(String path) {
        return DOCUMENT.at(operation(path).orElseThrow());
    }

    /** Its refusals, as {@code 400 some-code}. */
    public static Set<String> refusals(String path) {
        Set<String> refusals = new TreeSet<>();
        described(path)
                .path("responses")
                .propertyStream()
                .forEach(response ->
                        codes(response.getValue()).forEach(code -> refusals.add(response.getKey() + " " + code)));
        return refusals;
    }

    static Stream<String> codes(JsonNode response) {
        return response.path("x-codes").valueStream().map(JsonNode::asString);
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
