package epro.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import epro.cli.Refused;
import epro.cli.audit.Verdict.OfService;
import epro.lane.Checkpoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.json.JsonMapper;

class VerdictTest {

    private static final String ROOT = "0f".repeat(32);
    private static final Pin PIN = new Pin("aa", "--fingerprint");

    @Test
    void saysInJsonWhatOthersRelyOn() {
        Verdict verdict = new Verdict(
                List.of(
                        new OfService(Chains.PROCESSING, 9, 2, 3, Optional.of(checkpoint(3)), beyond(8), PIN),
                        new OfService(Chains.NOTIFICATION, 5, 1, 2, Optional.empty(), beyond(5), PIN)),
                List.of(new Verdict.Finding("lane", 4, "entry-altered", "processing", null)));

        assertThat(JsonMapper.shared().writeValueAsString(verdict.json()))
                .startsWith("{\"entries\":14,\"lanes\":3,\"checkpoints\":5,\"lastCheckpoint\":3,\"lastRoot\":\"" + ROOT
                        + "\",\"notYetAnchored\":2,\"services\":[{\"service\":\"processing\",\"entries\":9,")
                .contains("{\"service\":\"notification\",\"entries\":5,\"lanes\":1,\"checkpoints\":2,"
                        + "\"lastCheckpoint\":null,\"lastRoot\":null,\"notYetAnchored\":1,"
                        + "\"beyondLastCheckpoint\":[{\"lane\":\"lane\",\"from\":5,\"through\":5}],"
                        + "\"fingerprint\":\"aa\",\"fingerprintFrom\":\"--fingerprint\"}")
                .endsWith("\"findings\":[{\"lane\":\"lane\",\"sequence\":4,\"code\":\"entry-altered\","
                        + "\"service\":\"processing\",\"through\":null}]}");
        assertThat(verdict.text()).contains("entry-altered").endsWith("1 findings");
    }

    @Test
    void keepsTheKeyOfACheckpointThatIsNotThere() {
        Verdict verdict = new Verdict(List.of(), List.of());

        assertThat(verdict.json()).containsEntry("lastCheckpoint", null);
        assertThat(verdict.text()).endsWith("Everything holds.");
    }

    @Test
    void expectsTheVeryCheckpointThatWasWrittenDown() {
        Expectation expected = new Expectation.Converter().convert("3:" + ROOT);

        assertThat(expected.isMetBy(checkpoint(3))).isTrue();
        assertThat(expected.isMetBy(checkpoint(4))).isFalse();
        assertThat(new Expectation.Converter().convert("3:" + "00".repeat(32)).isMetBy(checkpoint(3)))
                .isFalse();
        assertThat(new Expectation.Converter().convert("nmpa=3:" + ROOT).isMetBy(checkpoint(3)))
                .isFalse();
    }

    @Test
    void refusesWhatIsNoCheckpointAndNoFingerprint() {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new Expectation.Converter().convert("3:xyz"));
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new Pins.Given.Converter().convert("00"));
        assertThat(new Pins.Given.Converter().convert("0F:".repeat(32)))
                .isEqualTo(new Pins.Given(Chains.PROCESSING, ROOT));
        assertThat(new Pins.Given.Converter().convert("nmpa=" + ROOT)).isEqualTo(new Pins.Given(Chains.NMPA, ROOT));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> new Pins.Given.Converter().convert("intake=" + ROOT));
    }

    private static List<Verdict.Beyond> beyond(long sequence) {
        return List.of(new Verdict.Beyond("lane", sequence, sequence));
    }

    private static Checkpoint checkpoint(long number) {
        return new Checkpoint("processing", 1, number, "", ROOT, List.of(), Instant.EPOCH, "", "", "");
    }
}
