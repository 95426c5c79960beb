package epro.stack.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes that do not outlive this one, however it ends.
 *
 * <p>Where there is {@code setpriv}, the kernel kills them. That signal belongs to the thread that started the process, so
 * one thread starts all of them and lives as long as this launcher: close it last. Elsewhere a small shell beside each
 * process looks every second whether both are still there. Ctrl-C in a terminal reaches whole process groups, and these
 * processes are to be stopped in order: each gets a session of its own.
 */
public final class Launcher implements AutoCloseable {

    private static final String WATCH =
            "while kill -0 \"$1\" 2>/dev/null; do kill -0 \"$2\" 2>/dev/null || exit 0; sleep 1; done; kill -9 \"$2\"";

    private final boolean deathSignal = Programs.present("setpriv") && Programs.present("setsid");
    private final ExecutorService starter = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("process-starter").factory());
    private volatile boolean refusing;

    /** Makes every later start fail. */
    void refuse() {
        refusing = true;
    }

    /** Starts the process; its output is added to the end of its log. */
    Process launch(Recipe recipe) {
        if (refusing) {
            throw new IllegalStateException(recipe.name() + " is not started: everything is being stopped");
        }
        try {
            Process process = starter.submit(() -> start(recipe)).get();
            if (!deathSignal) {
                watch(process);
            }
            return process;
        } catch (ExecutionException | IOException e) {
            throw new IllegalStateException(recipe.name() + " can't be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting " + recipe.name(), e);
        }
    }

    private Process start(Recipe recipe) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(dyingWithUs(recipe.command()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(recipe.log().toFile()));
        builder.environment().putAll(recipe.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private List<String> dyingWithUs(List<String> command) {
        if (!deathSignal) {
            return command;
        }
        List<String> whole = new ArrayList<>(List.of("setsid", "setpriv", "--pdeathsig", "KILL"));
        whole.addAll(command);
        return whole;
    }

    private static void watch(Process process) throws IOException {
        String us = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("sh", "-c", WATCH, "watchdog", us, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Override
    public void close() {
        starter.shutdown();
    }
}
