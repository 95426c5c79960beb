package epro.support.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import epro.support.Issuer;
import epro.support.RunningService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokensTest {
    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = new RunningService(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<String> badTokens() throws JOSEException {
        var issuer = service.issuer;
        var good = new JWTClaimsSet.Builder()
                .issuer(Issuer.NAME)
                .audience("epro")
                .subject("someone")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
        return Stream.of(
                "nonsense",
                issuer.forged(),
                Issuer.signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .keyID(issuer.published().getKeyID())
                                .build(),
                        new MACSigner(issuer.published().toECPublicKey().getEncoded())),
                issuer.token(claims -> claims.issuer("https://other.test")),
                issuer.token(claims -> claims.audience("other")),
                issuer.token(claims -> claims.audience(List.of())),
                issuer.token(claims -> claims.expirationTime(null)),
                issuer.token(
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120)))),
                issuer.token(
                        claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(300)))),
                issuer.token(claims -> claims.subject(null)),
                new PlainJWT(good).serialize());
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void answersEveryBadTokenAlikeAndSaysNothingAboutIt(String token) {
        var answer = service.get("/caller", token);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(service.get("/caller", null).body());
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void answersARequestWithoutTokenAsAProblem() {
        var answer = service.get("/caller", null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"unauthenticated\"").contains("\"status\":401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/caller", "/nowhere", "/error", "/actuator/health", "/actuator/prometheus"})
    void tellsAStrangerNothingAboutWhichPathsThereAre(String path) {
        assertThat(service.get(path, null).statusCode()).isEqualTo(401);
    }

    @Test
    void handsTheCallerToTheController() {
        var token = service.issuer.token(claims -> claims.claim("scope", "crf:read ops")
                .claim("sites", List.of("S1/*"))
                .claim("study", "S1")
                .claim("patient", "P1"));

        assertThat(service.get("/caller", token).body())
                .contains("\"subject\":\"someone\"")
                .contains("crf:read")
                .contains("\"mayRead\":true")
                .contains("\"isPatient\":true");
    }

    @Test
    void refusesACallerWithoutTheScope() {
        assertThat(service.getWithToken("/scoped").statusCode()).isEqualTo(403);
        assertThat(service.getWithToken("/scoped").body()).contains("\"code\":\"forbidden\"");
        assertThat(service.get("/scoped", service.issuer.token(claims -> claims.claim("scope", "ops")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesTokensOfANewKeyOnceItIsPublished() {
        var old = service.issuer.token();
        assertThat(service.get("/caller", old).statusCode()).isEqualTo(200);

        service.issuer.rotate();

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() ->
                        assertThat(service.getWithToken("/caller").statusCode()).isEqualTo(200));
        assertThat(service.get("/caller", old).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus"})
    void showsHealthAndMetricsOnTheManagementPort(String path) {
        assertThat(service.management(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/caller"})
    void showsNothingElseThere(String path) {
        assertThat(service.management(path).statusCode()).isEqualTo(401);
    }

    @Test
    void tagsEveryMetricWithTheService() {
        assertThat(service.management("/actuator/prometheus").body()).contains("service=\"sample\"");
    }

    @Test
    void readsGrantsOfSites() {
        var caller = new Caller("s", "i", null, null, java.util.Set.of(), List.of("S1/A", "S2/*", "bad", "/"), null);

        assertThat(Map.of("S1/A", caller.mayRead("S1", "A"), "S2/Z", caller.mayRead("S2", "Z")))
                .containsValues(true, true)
                .doesNotContainValue(false);
        assertThat(caller.mayRead("S1", "B")).isFalse();
        assertThat(caller.mayRead("S3", "A")).isFalse();
    }
}
