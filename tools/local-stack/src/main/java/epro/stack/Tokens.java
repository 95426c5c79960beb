package epro.stack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * The stack's own issuer of bearer tokens (ES256): a key pair made once for a data folder. The private key never leaves
 * that folder; services see the key set only.
 */
public final class Tokens {

    /** The issuer that every token names. */
    public static final String ISSUER = "https://issuer.epro.test";

    /** The audience that every token names. */
    public static final String AUDIENCE = "epro";

    private static final String EVERYWHERE = "*";
    private static final Duration PATIENT_LIFETIME = Duration.ofHours(1);

    private final ECKey key;
    private final Path keySet;
    private final InstantSource clock;

    private Tokens(ECKey key, Path keySet, InstantSource clock) {
        this.key = key;
        this.keySet = keySet;
        this.clock = clock;
    }

    /** The issuer of this data folder; its keys are made if they are not there yet. */
    public static Tokens in(Path data, InstantSource clock) {
        Path secret = data.resolve("token-key.json");
        Path keySet = data.resolve("token-key-set.json");
        try {
            if (!Files.exists(secret)) {
                ECKey fresh = new ECKeyGenerator(Curve.P_256)
                        .keyUse(KeyUse.SIGNATURE)
                        .keyIDFromThumbprint(true)
                        .generate();
                PrivateFiles.write(secret, fresh.toJSONString());
            }
            ECKey key = ECKey.parse(PrivateFiles.read(secret));
            PrivateFiles.write(keySet, new JWKSet(key.toPublicJWK()).toString());
            return new Tokens(key, keySet, clock);
        } catch (JOSEException | ParseException e) {
            throw new StackFailure("The token key in " + secret + " can't be used: " + e.getMessage());
        }
    }

    /** Where services find the public keys. */
    public URI keySet() {
        return keySet.toUri();
    }

    /** A patient's token: may send only their own submissions. */
    public String patient(String studyId, String siteId, String patientId) {
        return mint(Grant.forPatient(studyId, siteId, patientId), PATIENT_LIFETIME);
    }

    /** A staff member's token for the sites, each {@code STUDY/SITE}, {@code STUDY/*} or {@code *}. */
    public String staff(String subject, List<String> scopes, List<String> sites, Duration lifetime) {
        return mint(Grant.forStaff(subject, scopes, sites), lifetime);
    }

    /** A token of this role for all studies and sites. */
    public String of(StandardRole role, Duration lifetime) {
        return staff(role.subject(), role.scopes(), List.of(EVERYWHERE), lifetime);
    }

    /** A token with which one service reads what another knows, and asks the model. */
    public String service(Duration lifetime) {
        return staff("epro-service", List.of("ops", "model:infer"), List.of(EVERYWHERE), lifetime);
    }

    /** A token for what is granted, valid from now. */
    public String mint(Grant grant, Duration lifetime) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(grant.subject())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .claim("scope", String.join(" ", grant.scopes()));
        grant.claims().forEach(claims::claim);
        return signed(claims.build());
    }

    private String signed(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A token can't be signed", e);
        }
    }
}
