package epro.simulator.regulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistersTest {

    private static final String HEADER = "trialid,recruitment_status,public_title,last_refreshed_on\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void makesUpTheSameTrialsFromTheSameSeed() {
        assertThat(new MadeUpRegister(300, 5).trials())
                .hasSize(300)
                .isEqualTo(new MadeUpRegister(300, 5).trials())
                .isNotEqualTo(new MadeUpRegister(300, 6).trials());
    }

    @Test
    void movesAboutATenthOfTheTrialsOn() {
        MadeUpRegister register = new MadeUpRegister(1000, 5);
        Set<Trial> before = new HashSet<>(register.trials());
        assertThat(register.advance()).hasValue("2026-03-08");
        assertThat(register.trials().stream()
                        .filter(trial -> !before.contains(trial))
                        .count())
                .isBetween(20L, 120L);
    }

    @Test
    void playsSnapshotsInTheOrderOfTheirNames() throws IOException {
        write("2020-03-25", "A/1,Recruiting,\"One, of two\nlines\",2020-03-17\n");
        write("2020-03-18", "A/1,Not Recruiting,One,17/02/2020\nB,,Two,\n");
        SnapshotRegister register = SnapshotRegister.in(folder);

        assertThat(register.trials())
                .containsExactly(
                        new Trial("A/1", "Not Recruiting", "One", LocalDate.of(2020, 2, 17)),
                        new Trial("B", "", "Two", null));
        assertThat(register.advance()).hasValue("2020-03-25");
        assertThat(register.trials())
                .containsExactly(new Trial("A/1", "Recruiting", "One, of two\nlines", LocalDate.of(2020, 3, 17)));
        assertThat(register.find("B")).isEmpty();
        assertThat(register.advance()).isEmpty();
        assertThat(register.find("A/1")).isPresent();
    }

    @Test
    void hasOneTrialUnderANumberThatStandsTwiceInASnapshot() throws IOException {
        write("2020-03-18", "A,Recruiting,One,\nA,Not Recruiting,One,\n");
        assertThat(SnapshotRegister.in(folder).trials())
                .extracting(Trial::status)
                .containsExactly("Not Recruiting");
    }

    @Test
    void refusesAFolderWithoutSnapshots() {
        assertThatIllegalArgumentException().isThrownBy(() -> SnapshotRegister.in(folder));
    }

    @Test
    void movesOnAndShowsItsTrialsToObservers() throws IOException, InterruptedException {
        write("1", "A/1,Recruiting,One,\n");
        write("2", "A/1,Not Recruiting,One,\n");
        RegulatorSettings settings = RegulatorSettings.of(Map.of("REGULATOR_LATENCY", "0ms"));
        try (Regulator regulator = Regulator.start(settings, SnapshotRegister.in(folder));
                Caller caller = new Caller(regulator)) {
            assertThat(Caller.json(caller.trial("A%2F1")).path("status").asString())
                    .isEqualTo("Recruiting");
            assertThat(caller.trial("A/1").statusCode()).isEqualTo(404);
            assertThat(Caller.json(caller.post("/_advance")).path("snapshot").asString())
                    .isEqualTo("2");
            assertThat(Caller.json(caller.get("/_trials"))
                            .path("items")
                            .path(0)
                            .path("status")
                            .asString())
                    .isEqualTo("Not Recruiting");
            assertThat(caller.post("/_advance").statusCode()).isEqualTo(409);
        }
    }

    private void write(String name, String rows) throws IOException {
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".csv.gz")))) {
            for (String part : List.of(HEADER, rows)) {
                file.write(part.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
