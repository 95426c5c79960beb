package epro.benchmarks;

import java.io.IOException;
import java.util.function.Consumer;

/** Measures one thing; {@code ./epro bench NAME}. */
public interface Bench {

    /** What it is called by, and its evidence with {@code bench-} in front. */
    String name();

    /** How often each lane is measured if nobody says, and at least where it is recorded: one round alone may be a chance. */
    default int rounds() {
        return 5;
    }

    /** Measures; what is going on goes to {@code progress}, a line at a time. */
    BenchFigures run(Scale scale, Consumer<String> progress) throws IOException, InterruptedException;
}
