package epro.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The ids that every service computes alike: UUIDs of version 5 (RFC 9562), so that equal things have equal keys everywhere. */
public final class Keys {

    private static final UUID PATIENTS = UUID.fromString("6f1c5f6e-2f0b-5d0e-9a64-3c2f0a7d8b11");

    private Keys() {}

    public static UUID patientKey(String studyId, String patientId) {
        return nameBased(PATIENTS, studyId, patientId);
    }

    public static UUID submissionKey(UUID patientKey, String submissionId) {
        return nameBased(patientKey, submissionId);
    }

    /** Each part is preceded by its length in bytes (32 bits, big-endian), so that ("a", "bc") and ("ab", "c") differ. */
    public static UUID nameBased(UUID namespace, String... parts) {
        MessageDigest digest = sha1();
        digest.update(ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .flip());
        for (String part : parts) {
            byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).flip());
            digest.update(utf8);
        }
        return versionFive(ByteBuffer.wrap(digest.digest()));
    }

    private static UUID versionFive(ByteBuffer hash) {
        long most = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long least = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
