package epro.cli.datacheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DataCheckTextTest {

    @Test
    void saysHowFarADataCheckHasCome() {
        assertThat(DataCheckText.progress(json("{\"stage\":null,\"compared\":{\"offsets\":null}}")))
                .isEqualTo("starting");
        assertThat(DataCheckText.progress(json("{\"stage\":\"rows\",\"compared\":{\"offsets\":7,\"alerts\":null}}")))
                .isEqualTo("rows, 7 offsets");
    }

    @Test
    void listsWhatDoesNotFitAndHowMuchOfItThereIs() {
        JsonNode check = json("""
                {"state":"FINDINGS","compared":{"offsets":7},"findings":[
                    {"code":"row-altered","subject":"key-1","detail":"crf_record at epro.submissions.v1/0/3"}],
                 "found":{"row-altered":1},"failure":null}""");

        assertThat(DataCheckText.verdict(check))
                .startsWith("FINDINGS: compared 7 offsets\n  row-altered ")
                .contains("key-1 (crf_record at epro.submissions.v1/0/3)")
                .endsWith("\n1 × row-altered");
    }

    @Test
    void saysWhyThereIsNoVerdict() {
        assertThat(DataCheckText.verdict(json("{\"state\":\"FAILED\",\"compared\":{},\"failure\":\"broker away\"}")))
                .endsWith("broker away");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
