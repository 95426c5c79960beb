package epro.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The Ed25519 key with which a service signs its audit checkpoints: made once for a data folder.
 *
 * @param secret PKCS#8 PEM, readable by its owner only
 * @param open the public key, SubjectPublicKeyInfo PEM
 */
record SigningKey(Path secret, Path open) {

    /** @param prefix tells the services' keys apart; processing's is empty */
    static SigningKey in(Path data, String prefix) {
        SigningKey key = new SigningKey(
                data.resolve(prefix + "audit-signing-key.pem"), data.resolve(prefix + "audit-signing-key.pub.pem"));
        if (!Files.exists(key.secret)) {
            key.make();
        }
        return key;
    }

    private void make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            PrivateFiles.write(open, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
            PrivateFiles.write(secret, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, body, what);
    }
}
