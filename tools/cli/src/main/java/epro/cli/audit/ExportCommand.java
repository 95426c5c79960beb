package epro.cli.audit;

import epro.cli.Output;
import epro.cli.RunningStack;
import epro.cli.audit.export.ExportWriter;
import epro.cli.audit.export.Manifest;
import epro.stack.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./epro audit export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the audit chains of all services, the signed checkpoints and the public keys to a folder, for",
            "./epro audit verify --offline. That it is done is an audit entry before the first byte is read."
        })
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private Output output = new Output();

    @Parameters(paramLabel = "DIR", description = "A folder that is empty or not there yet.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        ExportWriter.requireEmpty(folder);
        Endpoints stack = RunningStack.find();
        Manifest.Noted noted = note(stack);
        output.progress("Noted as entry %d of lane %s".formatted(noted.sequence(), noted.lane()));
        try (CheckpointLog log = new CheckpointLog(stack.required("EPRO_KAFKA"), stack.required("EPRO_REGISTRY_URL"));
                LiveRecords records = LiveRecords.open(stack.required("EPRO_JDBC_URL"), log)) {
            Export export = new Export(records, service -> Pin.found(service, stack, log), output::progress);
            Manifest manifest = export.to(folder, InstantSource.system().instant(), noted);
            output.result(json(manifest), text(manifest));
            return 0;
        }
    }

    private static Manifest.Noted note(Endpoints stack) throws IOException, InterruptedException {
        URI processing = URI.create(stack.required("EPRO_PROCESSING_URL"));
        try (ExportNote note = new ExportNote(processing, stack.required("EPRO_TOKEN_AUDITOR"))) {
            return note.take();
        }
    }

    private Map<String, @Nullable Object> json(Manifest manifest) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("folder", folder.toAbsolutePath().toString());
        json.put("exportedAt", manifest.exportedAt().toString());
        json.put("entries", manifest.counts().entries());
        json.put("lanes", manifest.counts().lanes());
        json.put("checkpoints", manifest.counts().checkpoints());
        json.put("noted", manifest.noted());
        json.put("files", manifest.files());
        return json;
    }

    private String text(Manifest manifest) {
        return "%,d entries in %d lanes and %,d checkpoints are in %s; verify them with ./epro audit verify --offline %s"
                .formatted(
                        manifest.counts().entries(),
                        manifest.counts().lanes(),
                        manifest.counts().checkpoints(),
                        folder,
                        folder);
    }
}
