package epro.benchmarks.nmpa;

import epro.nmpa.quota.MonotonicTime;
import epro.nmpa.quota.Permit;
import epro.nmpa.quota.Quota;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How much heap trials take that wait for a permit, each on a virtual thread, in the service's own call. */
final class WaitingMemory {
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final URI NOBODY = URI.create("http://127.0.0.1:9");

    private WaitingMemory() {}

    /** Bytes after a collection, with so many waiting threads less without. */
    static long bytes(int threads, Quota quota) throws InterruptedException {
        List<Permit> taken = new ArrayList<>();
        List<Thread> waiting = new ArrayList<>(threads);
        try (WithinQuota asker = new WithinQuota(NOBODY, quota, CALL_TIMEOUT)) {
            for (int i = 0; i < quota.connections(); i++) {
                taken.add(asker.permits().acquire());
            }
            long before = heapAfterCollection();
            for (int i = 0; i < threads; i++) {
                String number = "CTR2026%04d".formatted(i);
                waiting.add(Thread.ofVirtual().start(() -> ask(asker, number)));
            }
            while (!waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING)) {
                MonotonicTime.SYSTEM.pass(LOOK_AGAIN.toNanos());
            }
            long grown = heapAfterCollection() - before;
            for (Thread thread : waiting) {
                thread.interrupt();
                thread.join();
            }
            return grown;
        } finally {
            taken.forEach(Permit::close);
        }
    }

    private static void ask(Asker asker, String number) {
        try {
            boolean _ = asker.ask(number);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
