package epro.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/** Signs tokens and publishes its key set in a file. */
public final class Issuer {
    public static final String NAME = "https://issuer.test";

    private final Path keySet;
    private ECKey key;

    public Issuer(Path keySet) {
        this.keySet = keySet;
        this.key = newKey();
        publish();
    }

    /** The key that is published. */
    public ECKey published() {
        return key.toPublicJWK();
    }

    /** From now on signs with another key, and publishes only that. */
    public void rotate() {
        key = newKey();
        publish();
    }

    /** A token whose claims are good but for what the change makes of them. */
    public String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(change.apply(good().jwtID("t-1")).build(), key);
    }

    public String token() {
        return token(claims -> claims);
    }

    /** Names the published key but is signed with another one. */
    public String forged() {
        var other = new ECKey.Builder(newKey()).keyID(key.getKeyID()).build();
        return signed(good().build(), other);
    }

    private static JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience("epro")
                .subject("someone")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    /** Good claims, signed by whom and as it may be. */
    public static String signed(JWSHeader header, JWSSigner signer) {
        return signed(header, signer, good().build());
    }

    private static String signed(JWTClaimsSet claims, ECKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(key.getKeyID())
                    .build();
            return signed(header, new ECDSASigner(key), claims);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void publish() {
        try {
            Files.writeString(keySet, new JWKSet(key.toPublicJWK()).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
