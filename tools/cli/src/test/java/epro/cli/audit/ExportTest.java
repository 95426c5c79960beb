package epro.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import epro.cli.Refused;
import epro.cli.audit.export.ExportFolder;
import epro.cli.audit.export.Manifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the lane {@code assessment} is the first of processing's. */
@Tag("slow")
class ExportTest {

    private static final String LANE = "processing/lane-001.ndjson.gz";

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void exportAll() throws Exception {
        folder = temporary.resolve("export");
        try (AuditedDatabase database = AuditScene.get().copy()) {
            AuditScene.get().export(database, folder);
        }
    }

    @Test
    void holdsWithNothingButItsFilesAtHand() throws Exception {
        Verdict verdict = verify();

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.json())
                .containsEntry("entries", 29L)
                .containsEntry("lanes", 5)
                .containsEntry("checkpoints", 4L)
                .containsEntry("lastCheckpoint", 2L)
                .containsEntry("notYetAnchored", 8L);
        assertThat(verdict.services())
                .allSatisfy(service ->
                        assertThat(service.pin().from()).startsWith("the export, which says: the stack's key"));
    }

    @Test
    void countsWhatItHoldsAndKeepsTheKey() throws IOException {
        var manifest = ExportFolder.open(folder).manifest();

        assertThat(manifest.counts().entries()).isEqualTo(29);
        assertThat(manifest.counts().lanes()).isEqualTo(5);
        assertThat(manifest.services().stream().flatMap(service -> service.lanes().stream()))
                .extracting(Manifest.Lane::lane)
                .containsExactly("assessment", AuditScene.RECEIPTS, "operations", "alerts", "trials");
        assertThat(manifest.files())
                .extracting(facts -> facts.file() + " " + facts.lines())
                .containsExactlyInAnyOrder(
                        LANE + " 12",
                        "processing/lane-002.ndjson.gz 8",
                        "processing/lane-003.ndjson.gz 4",
                        "processing/stored-checkpoints.ndjson.gz 2",
                        "processing/public-key.pem 0",
                        "notification/lane-001.ndjson.gz 3",
                        "notification/stored-checkpoints.ndjson.gz 1",
                        "notification/public-key.pem 0",
                        "nmpa/lane-001.ndjson.gz 2",
                        "nmpa/stored-checkpoints.ndjson.gz 1",
                        "nmpa/public-key.pem 0",
                        "checkpoints.ndjson.gz " + manifest.counts().checkpoints());
        assertThat(folder.resolve("processing/public-key.pem")).content().startsWith("-----BEGIN PUBLIC KEY-----");
    }

    @Test
    void isFoundToBeAlteredAndWhere() throws Exception {
        rewrite(LANE, text -> text.replace("entity-3\"", "entity-4\""));

        assertThat(Tampering.findings(verify()))
                .containsExactly(LANE + " 0 file-altered", "assessment 3 entry-altered");
    }

    @Test
    void isFoundToBeAlteredInTheLanesOfTheOtherServices() throws Exception {
        rewrite("notification/lane-001.ndjson.gz", text -> text.replace("entity-3\"", "entity-4\""));
        rewrite("nmpa/lane-001.ndjson.gz", text -> text.substring(0, text.indexOf("{\"sequence\":2")));

        assertThat(Tampering.findings(verify()))
                .containsExactly(
                        "notification/lane-001.ndjson.gz 0 file-altered",
                        "nmpa/lane-001.ndjson.gz 0 file-altered",
                        "alerts 3 entry-altered",
                        "trials 2 head-differs",
                        "trials 2 anchored-entry-missing");
    }

    @Test
    void isFoundToBeCutOff() throws Exception {
        rewrite(LANE, text -> text.substring(0, text.indexOf("{\"sequence\":8")));

        assertThat(Tampering.findings(verify()))
                .containsExactly(
                        LANE + " 0 file-altered", "assessment 12 head-differs", "assessment 8 anchored-entry-missing");
    }

    @Test
    void saysWhichLineIsNoEntry() throws Exception {
        rewrite(LANE, text -> text.replaceFirst("\"sequence\":2,", "\"sequence\":\"two\","));

        assertThat(Tampering.findings(verify())).startsWith(LANE + " 0 file-altered", LANE + " 2 file-unreadable");
    }

    @Test
    void saysWhichFileIsMissing() throws Exception {
        Files.delete(folder.resolve(LANE));

        assertThat(Tampering.findings(verify())).startsWith(LANE + " 0 file-missing", LANE + " 1 file-unreadable");
    }

    @Test
    void believesAnotherKeyOnlyWhereTheAuditorBringsIt() throws Exception {
        try (ExportedRecords records = new ExportedRecords(ExportFolder.open(folder))) {
            Pins others = Pins.of(List.of(new Pins.Given(Chains.PROCESSING, "0f".repeat(32))), records::pin);
            Verdict verdict = new Verification(records, others, List.of(), _ -> {}).run();

            assertThat(Tampering.findings(verdict))
                    .containsExactly(
                            "checkpoints/processing/1 1 checkpoint-key", "checkpoints/processing/1 2 checkpoint-key");
        }
    }

    @Test
    void isNotWrittenOverSomethingElseAndNotReadWithoutAManifest() throws Exception {
        try (AuditedDatabase database = AuditScene.get().copy()) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> AuditScene.get().export(database, folder))
                    .withMessage(folder + " is not empty; an export needs a folder of its own");
        }
        Files.delete(folder.resolve("manifest.json"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ExportFolder.open(folder))
                .withMessageContaining("holds no whole audit export");
    }

    @Test
    void readsNoFileOutsideOfItself() throws Exception {
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace(LANE, "../../" + LANE));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ExportFolder.open(folder))
                .withMessageContaining("outside of the export");
    }

    private Verdict verify() throws IOException, SQLException, InterruptedException {
        try (ExportedRecords records = new ExportedRecords(ExportFolder.open(folder))) {
            return new Verification(records, Pins.of(List.of(), records::pin), List.of(), _ -> {}).run();
        }
    }

    private void rewrite(String file, UnaryOperator<String> change) throws IOException {
        Path path = folder.resolve(file);
        String text;
        try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(path))) {
            text = new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(change.apply(text).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(path, packed.toByteArray());
    }
}
