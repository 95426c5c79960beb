package epro.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./epro audit verify --offline DIR} with checkpoints that an auditor wrote down before. */
@Tag("slow")
class OfflineVerificationTest {

    @TempDir
    private Path temporary;

    private final Map<Chains, String> roots = new EnumMap<>(Chains.class);
    private Path folder = Path.of("");

    @BeforeEach
    void exportAll() throws Exception {
        folder = temporary.resolve("export");
        try (AuditedDatabase database = AuditScene.get().copy()) {
            for (Chains service : Chains.values()) {
                roots.put(service, database.last(service).root());
            }
            AuditScene.get().export(database, folder);
        }
    }

    @Test
    void holdsWhereTheCheckpointsOfAllServicesAreThoseWrittenDown() {
        Ended ended = verify(
                "--expect",
                "2:" + root(Chains.PROCESSING),
                "--expect",
                "notification=1:" + root(Chains.NOTIFICATION),
                "--expect",
                "nmpa=1:" + root(Chains.NMPA));

        assertThat(ended).isEqualTo(new Ended(0, List.of()));
    }

    @Test
    void findsThatAnotherStandsUnderTheNumber() {
        Ended ended =
                verify("--expect", "1:" + root(Chains.PROCESSING), "--expect", "notification=1:" + root(Chains.NMPA));

        assertThat(ended)
                .isEqualTo(new Ended(
                        1,
                        List.of(
                                "checkpoints/processing 1 checkpoint-differs",
                                "checkpoints/notification 1 checkpoint-differs")));
    }

    @Test
    void findsThatNoneStandsUnderTheNumber() {
        Ended ended = verify("--expect", "3:" + root(Chains.PROCESSING), "--expect", "nmpa=2:" + root(Chains.NMPA));

        assertThat(ended)
                .isEqualTo(new Ended(
                        1,
                        List.of(
                                "checkpoints/processing 3 expected-checkpoint-missing",
                                "checkpoints/nmpa 2 expected-checkpoint-missing")));
    }

    /** Of the service's newest checkpoint. */
    private String root(Chains service) {
        return roots.getOrDefault(service, "");
    }

    /** @param findings lane, sequence and code of each */
    private record Ended(int exitStatus, List<String> findings) {}

    private Ended verify(String... expected) {
        List<String> arguments = new ArrayList<>(List.of("verify", "--json", "--offline", folder.toString()));
        arguments.addAll(List.of(expected));
        StringWriter output = new StringWriter();
        int exitStatus = new CommandLine(new AuditCommand())
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(Writer.nullWriter()))
                .execute(arguments.toArray(String[]::new));
        List<String> findings = new ArrayList<>();
        for (JsonNode finding : JsonMapper.shared().readTree(output.toString()).path("findings")) {
            findings.add("%s %d %s"
                    .formatted(
                            finding.path("lane").asString(),
                            finding.path("sequence").asLong(),
                            finding.path("code").asString()));
        }
        return new Ended(exitStatus, findings);
    }
}
