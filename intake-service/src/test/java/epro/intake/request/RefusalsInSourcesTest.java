package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.Contract;
import epro.testing.JavaSources;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** The contract lists each refusal that the sources can make, under the status that they make it with, and no others. */
class RefusalsInSourcesTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path FHIR = SOURCES.resolve(Path.of("epro", "intake", "fhir"));
    private static final Path JSON = Path.of("..", "schemas", "src", "main", "java", "epro", "schemas", "json");
    private static final Path PROBLEMS =
            Path.of("..", "libraries", "service-support", "src", "main", "java", "epro", "support", "problem");

    /** Where they make a problem with a code: by what means, or with which status. */
    private static final Pattern CODE = Pattern.compile(
            "(?:\\b(badMember|bad|unprocessable|unavailable|invalid|InvalidJson)\\(|HttpStatus\\.([A-Z_]+),)\\s*\"([a-z0-9-]+)\"");

    private static final Map<String, HttpStatus> STATUSES = Map.of(
            "badMember", HttpStatus.BAD_REQUEST,
            "bad", HttpStatus.BAD_REQUEST,
            "invalid", HttpStatus.BAD_REQUEST,
            "InvalidJson", HttpStatus.BAD_REQUEST,
            "unprocessable", HttpStatus.UNPROCESSABLE_CONTENT,
            "unavailable", HttpStatus.SERVICE_UNAVAILABLE);

    /** Where they say what a status means that needs no code of its own. */
    private static final Pattern STANDARD = Pattern.compile("entry\\((\\d+), \"([a-z0-9-]+)\"");

    /** Of those, what nobody meets who sends a submission, however badly. */
    private static final Set<String> NOT_HERE = Set.of("404 not-found", "414 uri-too-long");

    /** Those of many submissions at once. */
    private static final Set<String> OF_BATCHES =
            Set.of("400 empty-batch", "413 too-many-lines", "503 too-many-batches");

    @Test
    void areThoseOfSubmissions() {
        assertThat(made(source -> !source.startsWith(FHIR))).isEqualTo(Contract.refusals("/api/v1/submissions"));
    }

    @Test
    void areThoseOfResponses() {
        Set<String> made = made(_ -> true);
        assertThat(made).containsAll(OF_BATCHES);
        made.removeAll(OF_BATCHES);

        assertThat(made).isEqualTo(Contract.refusals("/fhir/R4/QuestionnaireResponse"));
    }

    private static Set<String> made(Predicate<Path> source) {
        Set<String> made = new TreeSet<>();
        found(PROBLEMS, STANDARD, source).forEach(entry -> made.add(entry.group(1) + " " + entry.group(2)));
        assertThat(made).containsAll(NOT_HERE);
        made.removeAll(NOT_HERE);
        Stream.of(SOURCES, JSON)
                .flatMap(sources -> found(sources, CODE, source))
                .forEach(code -> made.add(status(code).value() + " " + code.group(3)));
        return made;
    }

    private static HttpStatus status(MatchResult code) {
        return code.group(2) == null
                ? Objects.requireNonNull(STATUSES.get(code.group(1)))
                : HttpStatus.valueOf(code.group(2));
    }

    private static Stream<MatchResult> found(Path sources, Pattern pattern, Predicate<Path> source) {
        return JavaSources.under(sources).entrySet().stream()
                .filter(file -> source.test(file.getKey()))
                .flatMap(file -> pattern.matcher(file.getValue()).results());
    }
}
