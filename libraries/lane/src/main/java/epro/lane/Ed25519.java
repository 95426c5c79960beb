package epro.lane;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Keys and signatures of RFC 8032. */
final class Ed25519 {

    static final String NAME = "Ed25519";

    private Ed25519() {}

    static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance(NAME)
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    /**
     * PKCS#8 holds the seed alone. A key pair made from that seed has the public key that belongs to it, which is proved by a
     * signature before it is believed.
     */
    static PublicKey publicKeyOf(PrivateKey privateKey) throws GeneralSecurityException {
        byte[] seed = ((EdECPrivateKey) privateKey)
                .getBytes()
                .orElseThrow(() -> new GeneralSecurityException("The private key does not show its seed"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
        generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
        PublicKey publicKey = generator.generateKeyPair().getPublic();
        byte[] probe = Canonical.sha256(publicKey.getEncoded());
        Signature signature = Signature.getInstance(NAME);
        signature.initSign(privateKey);
        signature.update(probe);
        if (!verifies(publicKey, probe, signature.sign())) {
            throw new GeneralSecurityException("No public key can be found for the private key");
        }
        return publicKey;
    }

    /** Whether the hex signature of the content was made with the key whose X.509 encoding is given in hex. */
    static boolean verifies(String publicKey, byte[] content, String signature) {
        try {
            PublicKey key = KeyFactory.getInstance(NAME)
                    .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(publicKey)));
            return verifies(key, content, HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean verifies(PublicKey key, byte[] content, byte[] signature) throws GeneralSecurityException {
        Signature verification = Signature.getInstance(NAME);
        verification.initVerify(key);
        verification.update(content);
        return verification.verify(signature);
    }

    /** Gives the seed instead of chance. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
