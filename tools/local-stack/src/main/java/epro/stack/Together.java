package epro.stack;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Does several things at the same time. */
final class Together {

    private Together() {}

    /** Returns when all are done; at the first failure the others are interrupted and it is thrown. */
    static void run(List<Runnable> tasks) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<@Nullable Void> done = new ExecutorCompletionService<>(threads);
            tasks.forEach(task -> done.submit(asCallable(task)));
            try {
                for (int i = 0; i < tasks.size(); i++) {
                    done.take().get();
                }
            } catch (ExecutionException failure) {
                threads.shutdownNow();
                throw failure.getCause() instanceof RuntimeException e ? e : new IllegalStateException(failure);
            } catch (InterruptedException _) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new StackFailure("Interrupted.");
            }
        }
    }

    private static Callable<@Nullable Void> asCallable(Runnable task) {
        return () -> {
            task.run();
            return null;
        };
    }
}
