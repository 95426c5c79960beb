package epro.cli.audit;

import epro.cli.Refused;
import epro.stack.Endpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/**
 * The key whose signatures count.
 *
 * @param fingerprint SHA-256 of the public key's X.509 encoding, lower-case hex
 * @param from who says so; an auditor brings it along, everything else is found on the spot
 * @param publicKey X.509 encoding in lower-case hex, where it was found
 */
record Pin(String fingerprint, String from, @Nullable String publicKey) {

    private static final String GIVEN = "--fingerprint";

    /** Nothing has been signed yet, so that there is nothing to hold against a key. */
    static final Pin NONE = new Pin("", "nobody: no checkpoint is there yet");

    /** Brought along by whoever verifies. */
    static Pin given(String fingerprint) {
        return new Pin(fingerprint, GIVEN);
    }

    boolean isGiven() {
        return from.equals(GIVEN);
    }

    Pin(String fingerprint, String from) {
        this(fingerprint, from, null);
    }

    /** Of a service whose key nobody brought along. */
    static Pin found(Chains service, Endpoints stack, CheckpointLog log) throws InterruptedException, SQLException {
        String file = stack.values().get(service.keyFile());
        if (file != null && Files.isReadable(Path.of(file))) {
            byte[] key = publicKey(Path.of(file));
            return new Pin(
                    fingerprint(key),
                    "the stack's key file " + file,
                    HexFormat.of().formatHex(key));
        }
        return log.first(service.text())
                .map(first -> new Pin(first.keyFingerprint(), "the first checkpoint on the topic", first.publicKey()))
                .orElse(NONE);
    }

    private static byte[] publicKey(Path pem) {
        try {
            String base64 =
                    Files.readString(pem).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            return Base64.getDecoder().decode(base64);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("the public key " + pem + " can't be read: " + e.getMessage());
        }
    }

    private static String fingerprint(byte[] publicKey) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(publicKey));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hex digits of a fingerprint, written with or without colons. */
    static String hex(String text) {
        String hex = text.toLowerCase(Locale.ROOT).replace(":", "");
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new TypeConversionException("must be 64 hex digits, was " + text);
        }
        return hex;
    }
}
