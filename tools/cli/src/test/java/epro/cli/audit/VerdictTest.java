package epro.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
                9, 2, 3, Optional.of(checkpoint(3)), 1, PIN, List.of(new Verdict.Finding("lane", 4, "entry-altered")));

        assertThat(JsonMapper.shared().writeValueAsString(verdict.json()))
                .isEqualTo("{\"entries\":9,\"lanes\":2,\"checkpoints\":3,\"lastCheckpoint\":3,\"lastRoot\":\"" + ROOT
                        + "\",\"notYetAnchored\":1,\"fingerprint\":\"aa\",\"fingerprintFrom\":\"--fingerprint\","
                        + "\"findings\":[{\"lane\":\"lane\",\"sequence\":4,\"code\":\"entry-altered\"}]}");
        assertThat(verdict.text()).contains("entry-altered").endsWith("1 findings");
    }

    @Test
    void keepsTheKeyOfACheckpointThatIsNotThere() {
        Verdict verdict = new Verdict(0, 0, 0, Optional.empty(), 0, PIN, List.of());

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
    }

    @Test
    void refusesWhatIsNoCheckpointAndNoFingerprint() {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new Expectation.Converter().convert("3:xyz"));
        assertThatExceptionOfType(TypeConversionException.class).isThrownBy(() -> new Pin.Hex().convert("00"));
        assertThat(new Pin.Hex().convert("0F:".repeat(32))).isEqualTo(ROOT);
    }

    private static Checkpoint checkpoint(long number) {
        return new Checkpoint("processing", 1, number, "", ROOT, List.of(), Instant.EPOCH, "", "", "");
    }
}
