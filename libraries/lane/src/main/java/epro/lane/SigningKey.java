package epro.lane;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The Ed25519 key with which a service signs its checkpoints. It is kept in a file of its own, outside the database. */
public final class SigningKey {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int FIRST_EPOCH = 1;

    private final PrivateKey privateKey;
    private final byte[] publicKey;

    private SigningKey(PrivateKey privateKey, byte[] publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * Reads a PKCS#8 PEM file that nobody but its owner may read or write.
     *
     * @throws UnusableKey with a sentence that says what to do
     */
    public static SigningKey read(Path file) {
        try {
            Set<PosixFilePermission> granted = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            granted.removeAll(OWNER_ONLY);
            if (!granted.isEmpty()) {
                throw new UnusableKey(file, "its mode lets it be used by more than its owner, set it to 0600");
            }
            PrivateKey privateKey = Ed25519.privateKey(Files.readString(file, StandardCharsets.US_ASCII));
            return new SigningKey(privateKey, Ed25519.publicKeyOf(privateKey).getEncoded());
        } catch (IOException | UnsupportedOperationException e) {
            throw new UnusableKey(file, "it can't be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableKey(file, "it holds no Ed25519 key in PKCS#8 PEM", e);
        }
    }

    /** SHA-256 of the public key's X.509 encoding, lower-case hex: what auditors pin. */
    public String fingerprint() {
        return HexFormat.of().formatHex(Canonical.sha256(publicKey));
    }

    /** Signs the checkpoint that follows the last one. */
    public Checkpoint next(String service, Optional<Checkpoint> last, List<ChainHead> heads, Instant at) {
        int epoch = last.map(Checkpoint::epoch).orElse(FIRST_EPOCH);
        long number = last.map(Checkpoint::number).orElse(0L) + 1;
        return signed(
                unsigned(service, epoch, number, last.map(Checkpoint::root).orElse(""), heads), at);
    }

    /** Signs the first checkpoint of an epoch, which cites the last one that is known outside of the database. */
    public Checkpoint opening(int epoch, Checkpoint cited, List<ChainHead> heads, Instant at) {
        return signed(unsigned(cited.service(), epoch, 1, cited.root(), heads), at);
    }

    /** Whether this key signed it, as it is. */
    public boolean hasSigned(Checkpoint checkpoint) {
        return checkpoint.publicKey().equals(HexFormat.of().formatHex(publicKey))
                && checkpoint.keyFingerprint().equals(fingerprint())
                && checkpoint.root().equals(Checkpoint.rootOf(checkpoint.heads()))
                && Ed25519.verifies(checkpoint.publicKey(), checkpoint.signedBytes(), checkpoint.signature());
    }

    private Checkpoint unsigned(String service, int epoch, long number, String previous, List<ChainHead> heads) {
        return new Checkpoint(
                service,
                epoch,
                number,
                previous,
                Checkpoint.rootOf(heads),
                heads,
                Instant.EPOCH,
                fingerprint(),
                HexFormat.of().formatHex(publicKey),
                "");
    }

    private Checkpoint signed(Checkpoint unsigned, Instant at) {
        Checkpoint dated = unsigned.at(at.truncatedTo(ChronoUnit.MICROS));
        return dated.signed(HexFormat.of().formatHex(sign(dated.signedBytes())));
    }

    private byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(Ed25519.NAME);
            signature.initSign(privateKey);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 refused to sign", e);
        }
    }
}
