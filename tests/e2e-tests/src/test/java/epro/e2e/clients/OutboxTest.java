package epro.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import epro.e2e.Pipeline;
import epro.schemas.Keys;
import epro.stack.StandardRole;
import epro.stack.Workspace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three submissions, of which intake will never take the second; the first meets a bad network. */
@Tag("slow")
class OutboxTest {

    private static final Path CLIENTS = Workspace.find().root().resolve("docs/clients");

    private final Pipeline pipeline = Pipeline.running();
    private final String study = "outbox-" + UUID.randomUUID();

    @TempDir
    Path folder;

    @Test
    void inTheShell() throws Exception {
        needs("curl");
        Path outbox = Files.createDirectory(folder.resolve("outbox"));
        int number = 0;
        for (Path submission : submissions()) {
            number++;
            Path file = Files.copy(submission, outbox.resolve("sh-" + study + "-" + number + ".json"));
            Files.setLastModifiedTime(file, FileTime.fromMillis(number * 1_000L));
        }

        List<String> ids = deliver(CLIENTS, List.of("./submit.sh", outbox.toString()));

        arrivedOnce(ids);
        assertThat(names(outbox)).containsExactlyInAnyOrder(ids.get(3) + ".answer", ids.get(3) + ".refused");
    }

    @Test
    void inJava() throws Exception {
        Path outbox = folder.resolve("outbox");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");

        run(CLIENTS, with(submissions(), java.toString(), "Outbox.java", outbox.toString(), "put"), "");

        List<String> ids = deliver(CLIENTS, List.of(java.toString(), "Outbox.java", outbox.toString()));

        arrivedOnce(ids);
        assertThat(names(outbox)).containsExactlyInAnyOrder(ids.get(3) + ".answer", ids.get(3) + ".refused");
        assertThat(outbox.resolve(ids.get(3) + ".answer")).content().contains("missing-member");
    }

    @Test
    void inTypeScript() throws Exception {
        needs("npm");
        Path project = Workspace.find().root().resolve("tests/e2e-tests/src/test/resources/clients");
        Path build = Files.createDirectory(folder.resolve("build"));
        for (String file : names(project)) {
            Files.copy(project.resolve(file), build.resolve(file));
        }
        Files.copy(CLIENTS.resolve("outbox.ts"), build.resolve("outbox.ts"));
        run(build, List.of("npm", "ci", "--no-audit", "--no-fund"), "");
        run(build, List.of("node_modules/.bin/tsc"), "");
        Path outbox = folder.resolve("outbox");

        List<String> ids = deliver(build, with(submissions(), "node", "run.js", outbox.toString()));

        arrivedOnce(ids);
        JsonNode left = JsonMapper.shared().readTree(Files.readString(outbox.resolve("epro-outbox%20study%2Fp-1")));
        assertThat(left.valueStream()).singleElement().satisfies(refused -> {
            assertThat(refused.path("id").asString()).isEqualTo(ids.get(3));
            assertThat(refused.path("status").asInt()).isEqualTo(400);
            assertThat(refused.path("answer").asString()).contains("missing-member");
        });
    }

    /** On a machine that has it. */
    private static void needs(String program) {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        assumeTrue(there || "1".equals(System.getenv("EPRO_NO_SKIP")), program + " is not there");
    }

    private List<Path> submissions() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String member : List.of("\"formId\":\"f\"", "\"formVersion\":\"1\"", "\"formId\":\"f\"")) {
            Path file = folder.resolve(files.size() + ".txt");
            files.add(Files.writeString(
                    file,
                    "{\"studyId\":\"%s\",\"siteId\":\"s\",\"patientId\":\"p-1\",%s,\"answers\":{\"pain\":3}}"
                            .formatted(study, member)));
        }
        return files;
    }

    private static List<String> with(List<Path> files, String... command) {
        return Stream.concat(Stream.of(command), files.stream().map(Path::toString))
                .toList();
    }

    /** The id of each request that was made. */
    private List<String> deliver(Path directory, List<String> command) throws IOException, InterruptedException {
        try (BadNetwork network = new BadNetwork(pipeline.intakeAddress())) {
            run(directory, command, network.address().toString());
            return network.ids();
        }
    }

    private void run(Path directory, List<String> command, String intake) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("EPRO_INTAKE_URL", intake);
        builder.environment().put("EPRO_TOKEN_SUBMIT", pipeline.token(StandardRole.SUBMIT));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }

    /** The first was sent three times under one id, the others once each, in their order; none is there twice. */
    private void arrivedOnce(List<String> ids) throws SQLException {
        assertThat(ids).hasSize(5);
        assertThat(ids.subList(0, 3)).containsOnly(ids.getFirst());
        assertThat(ids.stream().distinct()).hasSize(3);
        // The last is of the same patient, so what came before it has had its effect.
        await().atMost(Duration.ofSeconds(20)).until(() -> !audit(ids.getLast()).isEmpty());
        assertThat(audit(ids.getFirst())).containsExactly("REJECTED");
        assertThat(audit(ids.getLast())).containsExactly("REJECTED");
    }

    private List<String> audit(String id) throws SQLException {
        return pipeline.database()
                .auditOf(Keys.submissionKey(Keys.patientKey(study, "p-1"), id).toString());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
