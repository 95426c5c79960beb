package epro.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** At one path, all that can be done wrongly: each refusal that the contract lists comes, under just its status, and no other. */
public abstract class ProvokedRefusals extends IntakeTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** What a door for submissions can answer, and only a slow phone, a broken head, a faulty broker or another setting shows. */
    private static final Set<String> OF_A_DOOR = Set.of(
            "408 request-timeout",
            "411 length-required",
            "429 rate-limited",
            "500 internal",
            "503 broker-unreachable",
            "503 buffer-full",
            "503 delivery-unknown",
            "503 not-ready",
            "503 shutting-down",
            "503 unavailable");

    private final String path;
    private final Set<String> provokedElsewhere;

    /**
     * For one path.
     *
     * @param provokedElsewhere what is not provoked here
     */
    protected ProvokedRefusals(String path, Set<String> provokedElsewhere) {
        this.path = path;
        this.provokedElsewhere = provokedElsewhere;
    }

    /** For a path that takes submissions. */
    protected static Set<String> ofADoorAnd(String... others) {
        return Stream.concat(OF_A_DOOR.stream(), Stream.of(others)).collect(Collectors.toSet());
    }

    protected static HttpRequest post(HttpRequest.Builder request, String body) {
        return request.POST(BodyPublishers.ofString(body)).build();
    }

    /** Requests of which each is refused. */
    protected abstract Stream<HttpRequest> refused();

    @Test
    void areThoseOfTheContract() {
        Set<String> refusals = Stream.concat(refused(), everywhere())
                .map(intake::send)
                .flatMap(ProvokedRefusals::refusals)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(refusals).as("those of the others").doesNotContainAnyElementsOf(provokedElsewhere);
        refusals.addAll(provokedElsewhere);

        assertThat(refusals).isEqualTo(Contract.refusals(path));
    }

    /** Whatever the path, and whether it needs a token or not. */
    private Stream<HttpRequest> everywhere() {
        return Stream.of(
                to().header("Authorization", "Bearer nonsense").build(),
                known().method("DELETE", BodyPublishers.noBody()).build(),
                known().header("X-Long", "x".repeat(9_000)).build());
    }

    /** Of an answer, or of each line of one. */
    private static Stream<String> refusals(Answer answer) {
        if (answer.status() == 207) {
            return answer.raw()
                    .lines()
                    .map(JSON::readTree)
                    .map(line -> line.path("status") + " " + line.path("code").asString());
        }
        assertThat(answer.status()).as(answer.raw()).isGreaterThanOrEqualTo(400);
        return Stream.of(answer.status() + " " + answer.code());
    }

    protected HttpRequest.Builder known() {
        return to().header("Authorization", "Bearer " + gateway());
    }

    protected HttpRequest.Builder to() {
        return HttpRequest.newBuilder(intake.address(path));
    }
}
