package epro.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.security.KeyPair;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

    private final Path file;

    SigningKeyTest(@TempDir Path folder) {
        file = folder.resolve("signing.pem");
    }

    @Test
    void findsThePublicKeyThatBelongsToThePrivateOne() throws Exception {
        for (int i = 0; i < 20; i++) {
            KeyPair pair = KeyFile.pair("Ed25519");
            SigningKey key = SigningKey.read(KeyFile.write(file, "rw-------", pair));

            byte[] expected = Canonical.sha256(pair.getPublic().getEncoded());
            assertThat(key.fingerprint()).isEqualTo(HexFormat.of().formatHex(expected));
        }
    }

    @Test
    void numbersCheckpointsAndCitesTheOneBefore() throws Exception {
        SigningKey key = SigningKey.read(KeyFile.write(file, "r--------", KeyFile.pair("Ed25519")));

        Checkpoint first = key.next("processing", Optional.empty(), List.of(), LaneScene.NOON);
        Checkpoint second = key.next("processing", Optional.of(first), List.of(), LaneScene.NOON);

        assertThat(first)
                .extracting(Checkpoint::number, Checkpoint::previousRoot)
                .containsExactly(1L, "");
        assertThat(second)
                .extracting(Checkpoint::number, Checkpoint::previousRoot)
                .containsExactly(2L, first.root());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void refusesAFileThatOthersMayUse(String permissions) throws Exception {
        KeyFile.write(file, permissions, KeyFile.pair("Ed25519"));

        assertThatExceptionOfType(UnusableKey.class)
                .isThrownBy(() -> SigningKey.read(file))
                .withMessageStartingWith("The signing key " + file + " is refused: its mode")
                .withMessageEndingWith("set it to 0600");
    }

    @Test
    void refusesAnotherKindOfKeyAndAFileThatIsNotThere() throws Exception {
        assertThatExceptionOfType(UnusableKey.class)
                .isThrownBy(() -> SigningKey.read(file))
                .withMessageEndingWith("it can't be read");
        KeyFile.write(file, "rw-------", KeyFile.pair("EC"));

        assertThatExceptionOfType(UnusableKey.class)
                .isThrownBy(() -> SigningKey.read(file))
                .withMessageEndingWith("it holds no Ed25519 key in PKCS#8 PEM");
    }
}
