package epro.benchmarks.nmpa;

import epro.nmpa.quota.MonotonicTime;
import java.util.concurrent.Semaphore;

/** A limit as one finds it in text books. */
interface Limit {

    /** Waits until it may start. */
    void enter() throws InterruptedException;

    /** It is over. */
    void leave();

    /** So many at once. */
    static Limit semaphore(int places) {
        Semaphore free = new Semaphore(places, true);
        return new Limit() {
            @Override
            public void enter() throws InterruptedException {
                free.acquire();
            }

            @Override
            public void leave() {
                free.release();
            }
        };
    }

    /** So many a second on the long run; what was not used is saved up to a second's worth. */
    static Limit tokenBucket(int perSecond) {
        return new Limit() {
            private double tokens = perSecond;
            private long filled = System.nanoTime();

            @Override
            public synchronized void enter() throws InterruptedException {
                fill();
                if (tokens < 1) {
                    MonotonicTime.SYSTEM.pass((long) Math.ceil((1 - tokens) / perSecond * 1e9));
                    fill();
                }
                tokens--;
            }

            private void fill() {
                long now = System.nanoTime();
                tokens = Math.min(perSecond, tokens + (now - filled) / 1e9 * perSecond);
                filled = now;
            }

            @Override
            public void leave() {}
        };
    }
}
