package epro.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredJsonTest {

    @Test
    void keepsASoundText() {
        assertThat(StoredJson.storable("a\n我\uD83D\uDE00")).isEqualTo("a\n我\uD83D\uDE00");
    }

    @Test
    void replacesWhatAColumnCanNotGiveBack() {
        assertThat(StoredJson.storable("\0\uD83D \uDE00\uD83D")).isEqualTo("\uFFFD\uFFFD \uFFFD\uFFFD");
    }

    @Test
    void readsWhatIsRefusedFromOthers() {
        JsonValue read = StoredJson.read("{\"\\ud83d\":[\"\\u0000\",1.0],\"long\":" + "1".repeat(200) + "}");
        assertThat(read)
                .isEqualTo(new JsonValue.Members(Map.of(
                        "\uFFFD",
                        new JsonValue.Items(List.of(new JsonValue.Text("\uFFFD"), new JsonValue.NumberText("1.0"))),
                        "long",
                        new JsonValue.NumberText("1".repeat(200)))));
    }
}
