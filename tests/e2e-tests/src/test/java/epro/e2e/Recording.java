package epro.e2e;

import epro.cli.evidence.Evidence;
import epro.stack.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;

/** What a test measures is evidence as that of a command: recorded with {@code -Depro.record}, on a clean work tree. */
public final class Recording {
    private Recording() {}

    /** Starts the clock of what this test measures. */
    public static Evidence of(Class<?> test) {
        Path root = Workspace.find().root();
        InstantSource clock = InstantSource.system();
        return Boolean.getBoolean("epro.record")
                ? Evidence.beginRecorded(root, "./epro test -Pfull -Depro.record -Dtest=" + test.getSimpleName(), clock)
                : Evidence.begin(root, "./epro test -Pfull", clock);
    }
}
