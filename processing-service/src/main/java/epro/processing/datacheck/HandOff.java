package epro.processing.datacheck;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Hands work to a waiting worker, hand to hand: nothing is ever queued.
 *
 * <ul>
 *   <li>{@link #offer} returns a {@link Ticket} only if a worker has taken the work. It waits for a worker at most as long as
 *       it is told; if none took the work, none ever will.
 *   <li>Work that was taken is run once, to its end, by one of a fixed number of threads, even if {@link #close} or a cancel
 *       comes first: then it begins interrupted.
 *   <li>{@link Ticket#cancel} interrupts that work and never any other, not even if it ends at the same moment.
 *   <li>Work that throws costs no worker; work must report its own failures.
 *   <li>{@link #close} refuses new work, interrupts what runs, and returns when every thread has ended.
 * </ul>
 */
final class HandOff implements AutoCloseable {

    private final SynchronousQueue<Ticket> hands = new SynchronousQueue<>();
    private final List<Thread> workers;
    private volatile boolean closed;

    /**
     * Starts the workers.
     *
     * @param name of the threads, followed by their number
     */
    HandOff(int workers, String name) {
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1, was " + workers);
        }
        this.workers = IntStream.rangeClosed(1, workers)
                .mapToObj(number ->
                        Thread.ofPlatform().daemon().name(name + "-" + number).unstarted(this::work))
                .toList();
        this.workers.forEach(Thread::start);
    }

    /**
     * Gives the work to a waiting worker, together with the ticket by which it can be cancelled.
     *
     * @return empty if no worker was free within the time, or if this is closed
     */
    Optional<Ticket> offer(Consumer<Ticket> work, Duration atMost) throws InterruptedException {
        Ticket ticket = new Ticket(work);
        boolean taken = !closed && hands.offer(ticket, atMost.toNanos(), TimeUnit.NANOSECONDS);
        return taken ? Optional.of(ticket) : Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
        workers.forEach(Thread::interrupt);
        boolean interrupted = false;
        for (Thread worker : workers) {
            interrupted |= joined(worker);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!closed) {
            taken().ifPresent(ticket -> ticket.run(() -> closed));
        }
    }

    /** Empty when interrupted, which only {@link #close} does to a worker that waits. */
    private Optional<Ticket> taken() {
        try {
            return Optional.of(hands.take());
        } catch (InterruptedException e) {
            return Optional.empty();
        }
    }

    /** Waits for the thread's end and says whether the wait was interrupted. */
    private static boolean joined(Thread worker) {
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
