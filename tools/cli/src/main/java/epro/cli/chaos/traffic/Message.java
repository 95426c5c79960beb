package epro.cli.chaos.traffic;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * A submission as a client sends it.
 *
 * @param at when it is first sent, from the beginning of the run
 * @param contentHash SHA-256 of what is sent without the id, names sorted and without white space, as lower-case hex; reckoned
 *     here from the bytes, by no code of the system
 */
public record Message(Duration at, String patientId, String submissionId, String body, String contentHash) {

    /** Whose it is, which form it answers, and when that was done. */
    public record Heading(String studyId, String patientId, String formId, Instant completedAt) {}

    /** With its hash reckoned. */
    public static Message of(Duration at, Heading heading, String submissionId, Map<String, Object> answers) {
        SortedMap<String, Object> content = new TreeMap<>();
        content.put("answers", new TreeMap<>(answers));
        content.put("completedAt", heading.completedAt().toString());
        content.put("formId", heading.formId());
        content.put("formVersion", "1.0");
        content.put("patientId", heading.patientId());
        content.put("siteId", "site-1");
        content.put("studyId", heading.studyId());
        String hash = sha256(json(content));
        content.put("submissionId", submissionId);
        return new Message(at, heading.patientId(), submissionId, json(content), hash);
    }

    private static String json(Map<String, Object> content) {
        return JsonMapper.shared().writeValueAsString(content);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
