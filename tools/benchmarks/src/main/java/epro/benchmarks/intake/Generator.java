package epro.benchmarks.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.function.IntFunction;

/** Sends to one port over a number of connections, each with one request on its way at the most, from the caller's thread. */
record Generator(int port, Posts posts, int connections) {

    /** As fast as answers come, for so long; times are from sending. */
    Served saturate(Duration span) throws InterruptedException {
        Served served = new Served();
        play(Agenda.atOnce(span, served));
        return served;
    }

    /**
     * So many a second, whether answers come or not; times are from when each ought to have been sent, so that what a slow answer
     * keeps waiting counts as slow too.
     */
    Served pace(double perSecond, Duration span) throws InterruptedException {
        Served served = new Served();
        pace(perSecond, span, _ -> served);
        return served;
    }

    /**
     * As {@link #pace(double, Duration)}, entered apart by when each ought to have been sent.
     *
     * @param bySecond where to enter what is due in this second, from 0 on
     */
    void pace(double perSecond, Duration span, IntFunction<Served> bySecond) throws InterruptedException {
        play(Agenda.paced(perSecond, span, bySecond));
    }

    private void play(Agenda agenda) throws InterruptedException {
        try (HttpLines lines = new HttpLines(port, connections)) {
            lines.play(agenda, posts);
        } catch (IOException e) {
            throw new IllegalStateException("the generator failed", e);
        }
    }
}
