package epro.cli.token;

import epro.cli.Output;
import epro.cli.RunningStack;
import epro.stack.Grant;
import epro.stack.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./epro token}. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = {
            "Mints a bearer token with the running stack's key.",
            "With --patient it may send that patient's submissions; otherwise name what it may do by --scope."
        })
public final class TokenCommand implements Callable<Integer> {

    @Mixin
    private Output output = new Output();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--scope", paramLabel = "SCOPE", split = "[, ]", description = "Such as crf:read; may be repeated.")
    private List<String> scopes = List.of();

    @Option(names = "--study", paramLabel = "ID", defaultValue = "", description = "Only this study.")
    private String study = "";

    @Option(names = "--site", paramLabel = "ID", defaultValue = "", description = "Only this site of the study.")
    private String site = "";

    @Option(names = "--patient", paramLabel = "ID", defaultValue = "", description = "For this patient of that site.")
    private String patient = "";

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            defaultValue = "local-user",
            description = "Who carries it (default: ${DEFAULT-VALUE}).")
    private String subject = "";

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long it is valid (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Override
    public Integer call() {
        Grant grant = grant();
        Tokens tokens = Tokens.in(Path.of(RunningStack.find().required("EPRO_STACK_DATA")), InstantSource.system());
        String token = tokens.mint(grant, Duration.ofMinutes(minutes));
        output.result(
                Map.of("token", token, "subject", grant.subject(), "scopes", grant.scopes(), "minutes", minutes),
                token);
        return 0;
    }

    private Grant grant() {
        demand(site.isEmpty() || !study.isEmpty(), "--site needs --study");
        if (!patient.isEmpty()) {
            demand(!site.isEmpty(), "--patient needs --study and --site");
            demand(scopes.isEmpty(), "--patient fixes the scope; leave --scope out");
            return Grant.forPatient(study, site, patient);
        }
        demand(!scopes.isEmpty(), "name at least one --scope, or a --patient");
        return Grant.forStaff(subject, scopes, List.of(place()));
    }

    private String place() {
        return study.isEmpty() ? "*" : study + "/" + (site.isEmpty() ? "*" : site);
    }

    private void demand(boolean met, String otherwise) {
        if (!met) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
