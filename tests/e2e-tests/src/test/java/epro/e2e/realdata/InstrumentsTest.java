package epro.e2e.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import epro.schemas.json.CanonicalJson;
import epro.testing.DataFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InstrumentsTest {

    private final TrialData data;
    private final Map<String, Instrument> instruments;

    InstrumentsTest() throws IOException {
        data = TrialData.read(DataFiles.find().path("cdisc-pilot-qs"));
        instruments = Instruments.of(data);
    }

    @Test
    void makesSixInstrumentsWithoutTheComputedItems() {
        assertThat(instruments).hasSize(6);
        assertThat(items().map(Item::linkId)).contains("ACITM01", "NPITM12V").doesNotContain("ACTOT", "NPITM01S");
        assertThat(instruments.values())
                .allSatisfy(form -> assertThat(form.formId()).matches("[a-z0-9-]{1,64}"));
    }

    @Test
    void takesBoundsOptionsAndWhatIsRequiredFromTheData() {
        assertThat(item("ACITM01"))
                .isEqualTo(new Item(
                        "ACITM01",
                        "WORD RECALL TASK",
                        new Answerable.Range(BigDecimal.ONE, new BigDecimal("1E+1")),
                        true));
        assertThat(item("ACITM08").required()).as("left blank at times").isFalse();
        assertThat(item("NPITM01D").required()).as("left out at times").isFalse();
        assertThat(item("DAITM01").answerable())
                .isEqualTo(new Answerable.Options(new TreeSet<>(List.of("N", "NA", "Y"))));
    }

    @Test
    void writesBoundsAndOptionsAsFhirDoes() {
        String adas = CanonicalJson.write(Fhir.questionnaire(instrumentOf("ACITM01")));
        assertThat(adas)
                .contains("{\"url\":\"http://hl7.org/fhir/StructureDefinition/maxValue\",\"valueDecimal\":10}")
                .contains("\"type\":\"decimal\"");
        assertThat(CanonicalJson.write(Fhir.questionnaire(instrumentOf("DAITM08"))))
                .contains("\"answerOption\":[{\"valueCoding\":{\"code\":\"N\"}},{\"valueCoding\":{\"code\":\"Y\"}}]");
    }

    @Test
    void foretellsThatWhatWasReceivedIsStoredAndThatDamageShows() {
        Sendings sendings = Sendings.of(data, instruments, 500);
        assertThat(sendings.received())
                .hasSize(2529)
                .allMatch(sending -> sending.prediction().equals(Prediction.STORED));
        assertThat(sendings.damaged().stream()
                        .map(sending -> sending.prediction().code())
                        .filter(Objects::nonNull))
                .contains("wrong-type", "out-of-range", "not-an-option", "unknown-item", "required");
        assertThat(Stream.concat(sendings.received().stream(), sendings.damaged().stream())
                        .map(Sending::submissionId))
                .doesNotHaveDuplicates();
    }

    private Stream<Item> items() {
        return instruments.values().stream().flatMap(form -> form.items().stream());
    }

    private Item item(String linkId) {
        return items().filter(item -> item.linkId().equals(linkId)).findFirst().orElseThrow();
    }

    private Instrument instrumentOf(String linkId) {
        return instruments.values().stream()
                .filter(form -> form.items().contains(item(linkId)))
                .findFirst()
                .orElseThrow();
    }
}
