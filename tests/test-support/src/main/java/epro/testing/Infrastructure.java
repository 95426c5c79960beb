package epro.testing;

import epro.stack.LocalStack;
import epro.stack.Workspace;
import java.nio.file.Path;
import java.util.Set;

/**
 * One real broker, registry and PostgreSQL for all tests of a JVM: started by the first test that asks, stopped when the
 * JVM ends. Tests share it, so each takes patients, studies or topics of its own.
 */
public final class Infrastructure {

    private Infrastructure() {}

    /** The shared stack, without services. */
    public static LocalStack get() {
        return Shared.STACK;
    }

    private static final class Shared {

        static final LocalStack STACK = start();

        private static LocalStack start() {
            Path tests = Workspace.find().scratch().resolve("tests");
            new Leftovers(tests).remove();
            return LocalStack.builder()
                    .home(tests.resolve(Long.toString(ProcessHandle.current().pid())))
                    .services(Set.of())
                    .anyPorts()
                    .start();
        }
    }
}
