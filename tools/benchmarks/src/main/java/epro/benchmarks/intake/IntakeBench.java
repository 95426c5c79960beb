package epro.benchmarks.intake;

import epro.benchmarks.Bench;
import epro.benchmarks.BenchFigures;
import epro.benchmarks.Figures;
import epro.benchmarks.Scale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;

/**
 * How fast submissions get from a connection into the log: intake with everything it does, a server that does nothing but pass bodies on to
 * one producer, one that has a producer and a waiting thread a connection, and the log alone; what intake does when too much
 * comes; and what durability on one node costs.
 */
public final class IntakeBench implements Bench {
    /** As much as intake has. */
    static final int HEAP_MIB = 320;

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public BenchFigures run(Scale scale, Consumer<String> progress) throws IOException, InterruptedException {
        Sheet sheet = new Sheet();
        Size size = Size.of(scale);
        progress.accept("Starts broker, registry, intake and the plain servers");
        try (Ground ground = Ground.make()) {
            long begun = System.nanoTime();
            Rounds rounds = new Rounds(ground, size, progress);
            double pace = rounds.warmUp();
            double warmupSeconds = Figures.round((System.nanoTime() - begun) / 1e9);
            List<ProducerLimit.Said> limits = new ArrayList<>();
            SequencedMap<String, List<Round>> ways = rounds.play(scale.rounds(), pace, () -> {
                progress.accept("Kafka's own tool");
                limits.add(ground.limit().send(size.limitRecords()));
            });
            sheet.limit(limits);
            sheet.measured(pace, ways);
            if (size.whole()) {
                sheet.noisy(new Noise(ground, pace, progress).measure());
                progress.accept("Lets too much come");
                sheet.overloaded(new Overload(ground, size, progress).play());
                sheet.flushed(new FlushPrice(ground, progress).measure());
            }
            return sheet.figures(scale, warmupSeconds);
        }
    }
}
