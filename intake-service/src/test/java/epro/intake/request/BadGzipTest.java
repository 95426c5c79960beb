package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Packed bodies that are too large when they are unpacked, or that gzip never made. */
class BadGzipTest extends IntakeTest {
    private static final int MOST = 64 * 1024;
    private static final String BODY = body("secret-P").strip();
    private static final String BLANK = " ".repeat(MOST);

    static Stream<Arguments> tooLarge() throws IOException {
        return Stream.of(
                arguments("blank behind", packed(BODY + BLANK)),
                arguments("blank before", packed(BLANK + BODY)),
                arguments("blank within", packed(BODY.replaceFirst(",", "," + BLANK))),
                arguments("a bomb", packed(BODY + " ".repeat(10_000_000))),
                arguments("a long text", packed(BODY.replace("F1", "F".repeat(MOST)))),
                arguments("a long number", packed(BODY.replace("3}", "3".repeat(MOST) + "}"))),
                arguments("a byte too much", packed(filled(MOST + 1))),
                arguments("in two members", together(List.of(packed(BODY), packed(BLANK)))),
                arguments("in many members", together(Collections.nCopies(1_000, packed(" ".repeat(100))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooLarge")
    void refusesWhatIsTooLargeUnpacked(String what, byte[] body) {
        assertThat(body).hasSizeLessThan(MOST);
        assertRefused(what, body, 413, "body-too-large");
    }

    static Stream<Arguments> malformed() throws IOException {
        byte[] packed = packed(BODY);
        return Stream.of(
                arguments("not packed at all", BODY.getBytes(StandardCharsets.UTF_8)),
                arguments("packed, but not by gzip", deflated(BODY)),
                arguments("another first byte", altered(0, 'P')),
                arguments("another second byte", altered(1, 'K')),
                arguments("another method", altered(2, 7)),
                arguments("a sum of the head that there is not", altered(3, 2)),
                arguments("a kind of block that there is not", altered(10, 7)),
                arguments("another sum", altered(packed.length - 6, packed[packed.length - 6] ^ 1)),
                arguments("another length", altered(packed.length - 2, 1)),
                arguments("something behind", together(List.of(packed, new byte[2_000]))),
                arguments("nothing, many times", together(Collections.nCopies(1_000, packed("")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void refusesWhatGzipNeverMade(String what, byte[] body) {
        assertRefused(what, body, 400, "malformed-gzip");
    }

    @Test
    void takesAsMuchAsIsAllowed() throws IOException {
        assertThat(send(packed(filled(MOST))).status()).isEqualTo(202);
    }

    private void assertRefused(String what, byte[] body, int status, String code) {
        Answer answer = countedAs(code, () -> send(body));
        assertThat(answer.status()).as(what).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.raw()).doesNotContain("secret");
    }

    private Answer send(byte[] body) {
        return intake.send(request("application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private static String filled(int length) {
        return BODY + " ".repeat(length - BODY.length());
    }

    private static byte[] altered(int at, int value) throws IOException {
        byte[] altered = packed(BODY);
        altered[at] = (byte) value;
        return altered;
    }

    private static byte[] packed(String text) throws IOException {
        return PackedBodyTest.packed(text);
    }

    private static byte[] deflated(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] together(List<byte[]> parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }
}
