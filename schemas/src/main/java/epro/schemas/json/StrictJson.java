package epro.schemas.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads one JSON document (RFC 8259) and refuses whatever two readers could understand differently. */
public final class StrictJson {

    /** Takes NaN for a number, so that its reader can say which of all mistakes it is. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private StrictJson() {}

    /**
     * The document as it is.
     *
     * @throws InvalidJson with one of the codes malformed-json, duplicate-key, trailing-content, invalid-utf8, lone-surrogate,
     *     nul-character, too-deep, string-too-long, number-too-long, not-a-number
     */
    public static JsonValue read(byte[] utf8, Limits limits) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text(utf8))) {
            return new StrictReading(parser, limits).document();
        }
    }

    private static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidJson("invalid-utf8", "");
        }
    }
}
