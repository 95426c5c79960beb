package epro.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void sortsMembersAndLeavesNumbersAsTheyWereWritten() {
        assertThat(canonical("{ \"b\" : 1.0, \"a\" : [ 1e2 , { } , [ ] ], \"B\": null, \"é\": false }"))
                .isEqualTo("{\"B\":null,\"a\":[1e2,{},[]],\"b\":1.0,\"é\":false}");
    }

    @Test
    void sortsByUtf16Units() {
        assertThat(canonical("{\"\uffee\":1,\"😀\":2}")).isEqualTo("{\"😀\":2,\"\uffee\":1}");
    }

    @Test
    void escapesOnlyWhatMustBe() {
        assertThat(CanonicalJson.write(new JsonValue.Text("\"\\/\b\f\n\r\t\u0000\u001f\u007f中")))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f中\"");
    }

    @Test
    void hashesTheCanonicalText() {
        assertThat(CanonicalJson.hash(read("{\"b\":2,\"a\":1}")))
                .isEqualTo(CanonicalJson.hash(read("{\"a\":1, \"b\":2}")))
                .isEqualTo("43258cff783fe7036d8a43033f830adfc60ec037382473548ac742b888292777");
    }

    @Test
    void hashesDifferWhereNumbersAreWrittenDifferently() {
        assertThat(CanonicalJson.hash(read("1"))).isNotEqualTo(CanonicalJson.hash(read("1.0")));
    }

    @Test
    void hashesOfLoneSurrogatesDiffer() {
        assertThat(CanonicalJson.hash(new JsonValue.Text("\ud800")))
                .isNotEqualTo(CanonicalJson.hash(new JsonValue.Text("\ud801")));
    }

    private static String canonical(String json) {
        return CanonicalJson.write(read(json));
    }

    private static JsonValue read(String json) {
        return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), Limits.STANDARD);
    }
}
