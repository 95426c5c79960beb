package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import epro.intake.Answer;
import epro.intake.IntakeTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Batches that gzip made, or says it made. */
class PackedBatchTest extends IntakeTest {

    @Test
    void areTakenInOneMemberOrInSeveral() throws IOException {
        String patient = somePatient();

        assertThat(lines(send(together(packed(body(patient) + "\n" + body(patient))))))
                .hasSize(2)
                .allMatch(line -> line.contains("\"status\":202"));
        assertThat(lines(send(together(packed(body(patient) + "\n"), packed(""), packed(body(patient))))))
                .hasSize(2)
                .allMatch(line -> line.contains("\"status\":202"));
    }

    @Test
    void areRefusedWholeWhereTheyHoldNothingEndlessly() throws IOException {
        byte[] nothing = packed("");
        ByteArrayOutputStream nothings = new ByteArrayOutputStream();
        for (int i = 0; i < 100_000; i++) {
            nothings.write(nothing);
        }

        Answer answer = send(nothings.toByteArray());

        assertThat(answer.status()).as(answer.raw()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("malformed-gzip");
    }

    @Test
    void areAnsweredAsFarAsTheyGoWhereGzipBreaksOff() throws IOException {
        byte[] broken = packed(body(somePatient()));
        broken[0] = 7;

        List<String> lines = lines(send(together(packed(body(somePatient()) + "\n"), broken, new byte[2_000])));

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).contains("\"status\":202");
        assertThat(lines.getLast()).contains("\"status\":400", "\"code\":\"malformed-gzip\"", "\"line\":2");
    }

    private static byte[] packed(String text) throws IOException {
        return PackedBodyTest.packed(text);
    }

    private static byte[] together(byte[]... members) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] member : members) {
            all.write(member);
        }
        return all.toByteArray();
    }

    private static List<String> lines(Answer answer) {
        assertThat(answer.status()).as(answer.raw()).isEqualTo(207);
        return answer.raw().lines().toList();
    }

    private Answer send(byte[] body) {
        return intake.send(request("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }
}
