package epro.nmpa.quota;

import java.util.concurrent.TimeUnit;

/** A clock that nobody sets, in nanoseconds from nowhere in particular, and how to wait by it. */
public interface MonotonicTime {

    /** The machine's. */
    MonotonicTime SYSTEM = new MonotonicTime() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pass(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    };

    long nanos();

    /** Returns when so much time has passed. */
    void pass(long nanos) throws InterruptedException;
}
