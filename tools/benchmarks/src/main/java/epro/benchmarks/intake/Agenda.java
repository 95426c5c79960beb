package epro.benchmarks.intake;

import java.time.Duration;
import java.util.function.IntFunction;

/** When what is to be sent. */
interface Agenda {
    /** Nothing more. */
    long OVER = Long.MAX_VALUE;

    /** When the request of this number, from 0 on, ought to be sent, in nanoseconds of the system's clock; or {@link #OVER}. */
    long due(long number);

    /** Where the answer to it is entered. */
    Served served(long number);

    /** At once, for so long. */
    static Agenda atOnce(Duration span, Served served) {
        long end = System.nanoTime() + span.toNanos();
        return new Agenda() {
            @Override
            public long due(long number) {
                long now = System.nanoTime();
                return now < end ? now : OVER;
            }

            @Override
            public Served served(long number) {
                return served;
            }
        };
    }

    /** So many a second, entered apart by the second in which each is due. */
    static Agenda paced(double perSecond, Duration span, IntFunction<Served> bySecond) {
        long begin = System.nanoTime();
        long total = (long) (perSecond * span.toNanos() / 1e9);
        return new Agenda() {
            @Override
            public long due(long number) {
                return number < total ? begin + after(number) : OVER;
            }

            @Override
            public Served served(long number) {
                return bySecond.apply((int) (after(number) / 1_000_000_000L));
            }

            private long after(long number) {
                return (long) (number * 1e9 / perSecond);
            }
        };
    }
}
