package epro.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    @TempDir
    private Path data;

    @Test
    void signsWhatItsPublicHalfVerifies() throws IOException, GeneralSecurityException {
        SigningKey key = SigningKey.in(data, "");
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(der(key.secret())));
        PublicKey open = factory.generatePublic(new X509EncodedKeySpec(der(key.open())));
        byte[] message = "root".getBytes(StandardCharsets.UTF_8);
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(secret);
        signer.update(message);
        byte[] signature = signer.sign();

        signer.initVerify(open);
        signer.update(message);
        assertThat(signer.verify(signature)).isTrue();
    }

    @Test
    void isReadableByItsOwnerOnlyAndMadeOnce() throws IOException {
        Path secret = SigningKey.in(data, "").secret();
        String first = Files.readString(secret);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(SigningKey.in(data, "").secret())).isEqualTo(first);
    }

    private static byte[] der(Path pem) throws IOException {
        String body = Files.readString(pem).replaceAll("-----[A-Z ]+-----|\\s", "");
        return Base64.getDecoder().decode(body);
    }
}
