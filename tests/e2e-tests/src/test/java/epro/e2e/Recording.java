package epro.e2e;

import epro.cli.evidence.Evidence;
import epro.stack.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;

/** What a test measures is evidence as that of a command: recorded with {@code -Depro.record}, on a clean work tree. */
public final class Recording {
    private static final boolean ASKED_FOR = Boolean.getBoolean("epro.record");

    private Recording() {}

    public static boolean isAskedFor() {
        return ASKED_FOR;
    }

    /** Starts the clock of what this test measures; the profile is the one that plays it. */
    public static Evidence of(Class<?> test, String profile) {
        Path root = Workspace.find().root();
        InstantSource clock = InstantSource.system();
        String command = "./epro test -P%s -Dtest=%s -Dsurefire.failIfNoSpecifiedTests=false"
                .formatted(profile, test.getSimpleName());
        return ASKED_FOR
                ? Evidence.beginRecorded(root, command + " -Depro.record", clock)
                : Evidence.begin(root, command, clock);
    }
}
