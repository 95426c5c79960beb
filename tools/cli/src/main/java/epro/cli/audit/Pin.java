package epro.cli.audit;

import epro.cli.Refused;
import epro.stack.Endpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The key whose signatures count.
 *
 * @param fingerprint SHA-256 of the public key's X.509 encoding, lower-case hex
 * @param from who says so; an auditor brings it along, everything else is found on the spot
 */
record Pin(String fingerprint, String from) {

    private static final String KEY_FILE = "EPRO_SIGNING_PUBLIC_KEY";

    static Pin of(String given, Endpoints stack, CheckpointLog log) throws InterruptedException {
        if (!given.isEmpty()) {
            return new Pin(given, "--fingerprint");
        }
        String file = stack.values().get(KEY_FILE);
        if (file != null && Files.isReadable(Path.of(file))) {
            return new Pin(fingerprintOf(Path.of(file)), "the stack's key file " + file);
        }
        return log.first()
                .map(first -> new Pin(first.keyFingerprint(), "the first checkpoint on the topic"))
                .orElseThrow(() -> new Refused("no key is known and no checkpoint is there: give --fingerprint"));
    }

    private static String fingerprintOf(Path pem) {
        try {
            String base64 =
                    Files.readString(pem).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            byte[] encoded = Base64.getDecoder().decode(base64);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("the public key " + pem + " can't be read: " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a fingerprint, with or without colons. */
    static final class Hex implements ITypeConverter<String> {

        @Override
        public String convert(String text) {
            String hex = text.toLowerCase(Locale.ROOT).replace(":", "");
            if (!hex.matches("[0-9a-f]{64}")) {
                throw new TypeConversionException("must be 64 hex digits, was " + text);
            }
            return hex;
        }
    }
}
