package epro.cli.audit;

import epro.cli.Output;
import epro.cli.RunningStack;
import epro.cli.audit.export.ExportFolder;
import epro.stack.Endpoints;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./epro audit verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Recomputes every audit chain of every service from the database and holds it against the signed checkpoints",
            "on the topic; with --offline from an export, without a stack.",
            "Exit status 0 if everything holds, 1 if something does not."
        })
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--fingerprint",
            paramLabel = "[SERVICE=]HEX",
            converter = Pins.Given.Converter.class,
            description = {
                "The pinned SHA-256 of the signing key of processing (the default), notification or nmpa; may be repeated.",
                "Without it what is found on the spot: the running stack's key, or the one that lies in the export."
            })
    private List<Pins.Given> fingerprints = List.of();

    @Option(
            names = "--expect",
            paramLabel = "[SERVICE=]N:ROOT",
            converter = Expectation.Converter.class,
            description = {
                "A checkpoint written down before, its number and root: it must be there. Of processing (the default),",
                "notification or nmpa; may be repeated."
            })
    private List<Expectation> expected = List.of();

    @Option(
            names = "--offline",
            paramLabel = "DIR",
            description = "Verify the export in this folder, which ./epro audit export wrote.")
    private @Nullable Path export;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        return export == null ? verifyStack(RunningStack.find()) : verifyExport(export);
    }

    private int verifyStack(Endpoints stack) throws IOException, SQLException, InterruptedException {
        try (CheckpointLog log = new CheckpointLog(stack.required("EPRO_KAFKA"), stack.required("EPRO_REGISTRY_URL"));
                LiveRecords records = LiveRecords.open(stack.required("EPRO_JDBC_URL"), log)) {
            return verify(records, Pins.of(fingerprints, stack, log));
        }
    }

    private int verifyExport(Path folder) throws IOException, SQLException, InterruptedException {
        try (ExportedRecords records = new ExportedRecords(ExportFolder.open(folder))) {
            return verify(records, Pins.of(fingerprints, records::pin));
        }
    }

    private int verify(AuditRecords records, Pins pins) throws IOException, SQLException, InterruptedException {
        pins.byService()
                .forEach((service, pin) -> output.progress(
                        "Key of %s: fingerprint %s, from %s".formatted(service.text(), pin.fingerprint(), pin.from())));
        Verdict verdict = new Verification(records, pins, expected, output::progress).run();
        output.result(verdict.json(), verdict.text());
        return verdict.findings().isEmpty() ? 0 : 1;
    }
}
