package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR Attachment: data in base64, or a URL.
 *
 * @param mimeTypes empty: any
 * @param bytesMax of the data, and of the size that is stated
 */
record AttachmentRule(Set<String> mimeTypes, BigDecimal bytesMax) implements AnswerRule {
    private static final Set<String> TEXTS =
            Set.of("contentType", "language", "data", "url", "hash", "title", "creation");

    @Override
    public List<String> types() {
        return List.of();
    }

    @Override
    public @Nullable Problem judge(JsonValue answer) {
        if (!(answer instanceof JsonValue.Members(var members))
                || !members.entrySet().stream().allMatch(AttachmentRule::isOfAttachment)
                || (!members.containsKey("data") && !members.containsKey("url"))) {
            return Problem.wrongType("an attachment with data or url");
        }
        Optional<BigDecimal> size = size(members);
        if (size.isEmpty()) {
            return Problem.wrongType("an attachment whose data is base64");
        }
        if (size.get().compareTo(bytesMax) > 0) {
            return new Problem(ReasonCode.TOO_LONG, "At most " + bytesMax.toPlainString() + " bytes are allowed.");
        }
        return mimeTypes.isEmpty()
                        || (members.get("contentType") instanceof JsonValue.Text(String type)
                                && mimeTypes.contains(type))
                ? null
                : new Problem(ReasonCode.NOT_AN_OPTION, "The content type is none of those that the form allows.");
    }

    private static boolean isOfAttachment(Map.Entry<String, JsonValue> member) {
        return member.getKey().equals("size")
                ? member.getValue() instanceof JsonValue.NumberText
                : TEXTS.contains(member.getKey()) && member.getValue() instanceof JsonValue.Text;
    }

    /** The greater of what is stated and what is there; empty if what is there is not base64. */
    private static Optional<BigDecimal> size(Map<String, JsonValue> members) {
        BigDecimal stated = members.get("size") instanceof JsonValue.NumberText number
                ? Decimals.of(number).orElse(BigDecimal.valueOf(Long.MAX_VALUE))
                : BigDecimal.ZERO;
        return bytes(members).map(bytes -> stated.max(BigDecimal.valueOf(bytes)));
    }

    private static Optional<Integer> bytes(Map<String, JsonValue> members) {
        try {
            return members.get("data") instanceof JsonValue.Text(String data)
                    ? Optional.of(Base64.getDecoder().decode(data).length)
                    : Optional.of(0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
