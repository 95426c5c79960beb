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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Runs on one stack, one after the other; a second intake beside the stack's own takes half of what is sent. Nobody else may use
 * the stack meanwhile: whatever arrives is judged.
 */
public final class Chaos implements AutoCloseable {

    /** How many clients send unless something else is asked for. */
    static final int CLIENTS = 40;

    /** How many times as many runs there may be as were to count. */
    private static final int TRIES = 2;

    private final Listener listener;
    private final Replica secondIntake;
    private final Grounds grounds;
    private final Log log;
    private final SubmissionClient first;
    private final SubmissionClient second;
    private final Coordinator coordinator;

    /** Hears of each run as soon as it is over. */
    @FunctionalInterface
    public interface Listener {

        /**
         * One more is over.
         *
         * @param soFar all runs until now, this one at the end
         */
        void ran(ChaosFigures soFar) throws IOException;
    }

    public Chaos(LocalStack stack, InstantSource clock, Listener listener) throws IOException, InterruptedException {
        this.listener = listener;
        DiaryForm.publish(stack.endpoints(), DiaryForm.ID);
        this.secondIntake = stack.replica(Part.INTAKE, Map.of());
        this.grounds = new Grounds(stack, clock);
        this.log = new Log(stack.kafka(), stack.registry().toString());
        String token = stack.endpoints().required("EPRO_TOKEN_SUBMIT");
        this.first = new SubmissionClient(stack.address(Part.INTAKE), token);
        this.second = new SubmissionClient(secondIntake.address(), token);
        this.coordinator = new Coordinator(
                stack.address(Part.NOTIFICATION), stack.endpoints().required("EPRO_TOKEN_CRC"));
    }

    /** With {@link #CLIENTS} clients. */
    public ChaosFigures perform(List<Fault> faults, long seed, int runs) throws Exception {
        return perform(faults, new ChaosFigures(seed, false, runs, CLIENTS, List.of()), 1);
    }

    /**
     * As many runs as are planned, whose faults are taken from these in an order that follows from the seed. Where one is not seen to
     * happen, the same is played once more at the end, with other traffic. A run after which the system does not come to rest is
     * the last.
     *
     * @param from the number of the first run, counted from 1
     */
    ChaosFigures perform(List<Fault> faults, ChaosFigures planned, int from) throws Exception {
        return performed(planned, from, faults, Size.of(planned.clients()));
    }

    /** One short run. */
    ChaosFigures once(List<Fault> faults, long seed) throws Exception {
        return performed(new ChaosFigures(seed, true, 1, CLIENTS, List.of()), 1, faults, Size.SMALL);
    }

    private ChaosFigures performed(ChaosFigures planned, int from, List<Fault> faults, Size size) throws Exception {
        List<Senders.Door> doors = List.of(first::send, second::send);
        Path ledgers = Workspace.find().scratch().resolve("chaos");
        ChaosRun run = new ChaosRun(grounds, doors, log, ledgers, size);
        ChaosFigures figures = planned;
        Course course = new Course(from, planned.planned());
        for (int number = from; figures.wantsMore() && number < from + TRIES * planned.planned(); number++) {
            int scenario = course.next();
            figures = figures.with(run.perform(planned.seed(), number, Scenario.of(faults, planned.seed(), scenario)));
            if (!figures.last().counted()) {
                course.again(scenario);
            }
            if (figures.wantsMore()) {
                figures = acknowledged(figures, ChaosRun.study(planned.seed(), number));
            }
            listener.ran(figures);
        }
        return figures;
    }

    /** What keeps somebody from acknowledging has not come back: the run is to blame for it, and none after it. */
    private ChaosFigures acknowledged(ChaosFigures figures, String study) throws InterruptedException {
        return coordinator.acknowledge(study).map(figures::withLastRestless).orElse(figures);
    }

    @Override
    public void close() {
        first.close();
        second.close();
        coordinator.close();
        log.close();
        grounds.close();
        secondIntake.close();
    }
}
