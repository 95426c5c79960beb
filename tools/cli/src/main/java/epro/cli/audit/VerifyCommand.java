package epro.cli.audit;

import epro.cli.Output;
import epro.cli.RunningStack;
import epro.stack.Endpoints;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./epro audit verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Recomputes every audit chain of every service from the database and holds it against the signed checkpoints",
            "on the topic.",
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
                "Without it that of the running stack's key is taken."
            })
    private List<Pins.Given> fingerprints = List.of();

    @Option(
            names = "--expect",
            paramLabel = "N:ROOT",
            converter = Expectation.Converter.class,
            description = "A checkpoint known from elsewhere, its number and root: it must be there.")
    private Expectation expected = Expectation.NONE;

    @Override
    public Integer call() throws SQLException, InterruptedException {
        Endpoints stack = RunningStack.find();
        try (CheckpointLog log = new CheckpointLog(stack.required("EPRO_KAFKA"), stack.required("EPRO_REGISTRY_URL"))) {
            Pins pins = Pins.of(fingerprints, stack, log);
            pins.byService()
                    .forEach((service, pin) -> output.progress("Key of %s: fingerprint %s, from %s"
                            .formatted(service.text(), pin.fingerprint(), pin.from())));
            Verification verification = new Verification(stack.required("EPRO_JDBC_URL"), log, pins, expected);
            Verdict verdict = verification.run(output::progress);
            output.result(verdict.json(), verdict.text());
            return verdict.findings().isEmpty() ? 0 : 1;
        }
    }
}
