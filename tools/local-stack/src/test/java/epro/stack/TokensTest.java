package epro.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    private Path data;

    @Test
    void isVerifiedByThePublishedKeySet() throws IOException, ParseException, JOSEException {
        Tokens tokens = Tokens.in(data, () -> NOW);
        SignedJWT token = SignedJWT.parse(tokens.patient("S1", "SITE-1", "P-7"));
        JWKSet keys = JWKSet.load(Path.of(tokens.keySet()).toFile());

        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(key.isPrivate()).isFalse();
    }

    @Test
    void bindsAPatientToStudyAndSite() throws ParseException {
        JWTClaimsSet claims = claims(Tokens.in(data, () -> NOW).patient("S1", "SITE-1", "P-7"));

        assertThat(claims.getStringClaim("scope")).isEqualTo("submissions:write:own");
        assertThat(claims.getStringClaim("study")).isEqualTo("S1");
        assertThat(claims.getStringClaim("site")).isEqualTo("SITE-1");
        assertThat(claims.getStringClaim("patient")).isEqualTo("P-7");
        assertThat(claims.getIssuer()).isEqualTo(Tokens.ISSUER);
        assertThat(claims.getAudience()).containsExactly(Tokens.AUDIENCE);
    }

    @Test
    void limitsStaffToTheirSitesAndTime() throws ParseException {
        String token = Tokens.in(data, () -> NOW)
                .staff("crc-1", List.of("crf:read", "alerts:acknowledge"), List.of("S1/*"), Duration.ofMinutes(5));

        assertThat(claims(token).getStringListClaim("sites")).containsExactly("S1/*");
        assertThat(claims(token).getStringClaim("scope")).isEqualTo("crf:read alerts:acknowledge");
        assertThat(claims(token).getExpirationTime().toInstant()).isEqualTo(NOW.plusSeconds(300));
    }

    @Test
    void keepsItsKeyWithTheData() throws ParseException {
        String first = SignedJWT.parse(Tokens.in(data, () -> NOW).patient("S", "T", "P"))
                .getHeader()
                .getKeyID();
        String second = SignedJWT.parse(Tokens.in(data, () -> NOW).patient("S", "T", "P"))
                .getHeader()
                .getKeyID();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void publishesNoPrivateKey() throws IOException {
        Tokens tokens = Tokens.in(data, () -> NOW);

        assertThat(Files.readString(Path.of(tokens.keySet()))).doesNotContain("\"d\"");
    }

    private static JWTClaimsSet claims(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }
}
