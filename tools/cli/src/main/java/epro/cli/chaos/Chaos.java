package epro.cli.chaos;

import epro.cli.chaos.ChaosRun.Size;
import epro.cli.chaos.fault.Fault;
import epro.cli.chaos.fault.Grounds;
import epro.cli.chaos.judge.Log;
import epro.cli.chaos.traffic.DiaryForm;
import epro.cli.chaos.traffic.Senders;
import epro.cli.submission.SubmissionClient;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.Replica;
import epro.stack.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs on one stack, one after the other; a second intake beside the stack's own takes half of what is sent. Nobody else may use
 * the stack meanwhile: whatever arrives is judged.
 */
public final class Chaos implements AutoCloseable {

    private static final Size FULL = new Size(300, Duration.ofSeconds(15));
    private static final Size SHORT = new Size(100, Duration.ofSeconds(6));

    private final Consumer<String> progress;
    private final Replica secondIntake;
    private final Grounds grounds;
    private final Log log;
    private final SubmissionClient first;
    private final SubmissionClient second;

    /** @param progress hears a line of each run that is over */
    public Chaos(LocalStack stack, InstantSource clock, Consumer<String> progress)
            throws IOException, InterruptedException {
        this.progress = progress;
        DiaryForm.publish(stack.endpoints(), DiaryForm.ID);
        this.secondIntake = stack.replica(Part.INTAKE, Map.of());
        this.grounds = new Grounds(stack, clock);
        this.log = new Log(stack.kafka(), stack.registry().toString());
        String token = stack.endpoints().required("EPRO_TOKEN_SUBMIT");
        this.first = new SubmissionClient(stack.address(Part.INTAKE), token);
        this.second = new SubmissionClient(secondIntake.address(), token);
    }

    /** So many runs, whose faults are taken from these in an order that follows from the seed. */
    public ChaosFigures perform(List<Fault> faults, long seed, int runs) throws Exception {
        return new ChaosFigures(seed, false, performed(faults, seed, runs, FULL));
    }

    /** One short run. */
    ChaosFigures once(List<Fault> faults, long seed) throws Exception {
        return new ChaosFigures(seed, true, performed(faults, seed, 1, SHORT));
    }

    private List<ChaosFigures.Run> performed(List<Fault> faults, long seed, int runs, Size size) throws Exception {
        List<Senders.Door> doors = List.of(first::send, second::send);
        Path ledgers = Workspace.find().scratch().resolve("chaos");
        ChaosRun run = new ChaosRun(grounds, doors, log, ledgers, size);
        List<ChaosFigures.Run> done = new ArrayList<>();
        for (int number = 1; number <= runs; number++) {
            done.add(run.perform(seed, number, Scenario.of(faults, seed, number)));
            progress.accept(ChaosReport.line(done.getLast()));
        }
        return List.copyOf(done);
    }

    @Override
    public void close() {
        first.close();
        second.close();
        log.close();
        grounds.close();
        secondIntake.close();
    }
}
