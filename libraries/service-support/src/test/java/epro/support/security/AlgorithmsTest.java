package epro.support.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import epro.support.Issuer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.BadJwtException;

/** Every token here is signed rightly, by a key that is published and says nothing of its algorithm. */
class AlgorithmsTest {
    @TempDir
    static Path folder;

    private static RSAKey rsa;
    private static ECKey p256;
    private static ECKey p384;
    private static ECKey p521;
    private static RememberedTokens tokens;

    @BeforeAll
    static void publish() throws JOSEException, IOException {
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        p256 = new ECKeyGenerator(Curve.P_256).keyID("p256").generate();
        p384 = new ECKeyGenerator(Curve.P_384).keyID("p384").generate();
        p521 = new ECKeyGenerator(Curve.P_521).keyID("p521").generate();
        Path keys = folder.resolve("keys.json");
        Files.writeString(keys, new JWKSet(List.of(rsa, p256, p384, p521)).toString());
        tokens = TokenDecoder.of(new AuthSettings(Issuer.NAME, keys.toUri(), "epro", List.of()));
    }

    @Test
    void takesThoseOfTheTwoThatCount() throws JOSEException {
        assertTaken(token(JWSAlgorithm.ES256, p256, new ECDSASigner(p256), null));
        assertTaken(token(JWSAlgorithm.RS256, rsa, new RSASSASigner(rsa), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256", "PS384", "PS512"})
    void refusesOthersOfAnRsaKey(String algorithm) throws JOSEException {
        assertRefused(token(JWSAlgorithm.parse(algorithm), rsa, new RSASSASigner(rsa), null));
    }

    @Test
    void refusesOtherCurves() throws JOSEException {
        assertRefused(token(JWSAlgorithm.ES384, p384, new ECDSASigner(p384), null));
        assertRefused(token(JWSAlgorithm.ES512, p521, new ECDSASigner(p521), null));
    }

    /** What everybody can read is taken for a secret by who lets the token say how it is to be checked. */
    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    void refusesAPublicKeyAsTheSecret(String algorithm) throws JOSEException {
        byte[] bytes = rsa.toRSAPublicKey().getEncoded();
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        String pem = "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
        String json = rsa.toPublicJWK().toJSONString();
        for (byte[] secret : List.of(
                bytes,
                pem.getBytes(StandardCharsets.US_ASCII),
                pem.strip().getBytes(StandardCharsets.US_ASCII),
                json.getBytes(StandardCharsets.UTF_8),
                rsa.getModulus().decode())) {
            assertRefused(token(JWSAlgorithm.parse(algorithm), rsa, new MACSigner(secret), null));
        }
        byte[] curve = p256.toECPublicKey().getEncoded();
        assertRefused(token(JWSAlgorithm.HS256, p256, new MACSigner(curve), null));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"JWT", "jwt", "at+jwt"})
    void takesTheTypesOfATokenForAccess(@Nullable String type) throws JOSEException {
        assertTaken(token(JWSAlgorithm.ES256, p256, new ECDSASigner(p256), type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"logout+jwt", "dpop+jwt", "secevent+jwt", "JOSE", "id+jwt", " "})
    void refusesOtherTypes(String type) throws JOSEException {
        assertRefused(token(JWSAlgorithm.ES256, p256, new ECDSASigner(p256), type));
    }

    private static String token(JWSAlgorithm algorithm, JWK key, JWSSigner signer, @Nullable String type) {
        var header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID());
        return Issuer.signed((type == null ? header : header.type(new JOSEObjectType(type))).build(), signer);
    }

    private static void assertTaken(String token) {
        assertThat(tokens.decode(token).getSubject()).isEqualTo("someone");
    }

    /** As it is answered with 401; anything else would be a 503. */
    private static void assertRefused(String token) {
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode(token));
    }
}
