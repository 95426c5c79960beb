package epro.benchmarks.intake;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Connections to one server that a single thread looks after, so that whoever measures takes little of the processors. */
final class HttpLines implements AutoCloseable {
    private static final int BROKEN = 0;
    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long ANSWERED_WITHIN = TimeUnit.SECONDS.toNanos(20);
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(1);

    private final Selector selector = Selector.open();
    private final List<HttpLine> all = new ArrayList<>();
    private final Deque<HttpLine> idle = new ArrayDeque<>();
    private long lookedAt = System.nanoTime();

    HttpLines(int port, int connections) throws IOException {
        for (int number = 0; number < connections; number++) {
            all.add(new HttpLine(port, selector));
        }
        idle.addAll(all);
    }

    /** Sends all of it, each as soon as it is due and a connection is free, and returns when all is answered. */
    void play(Agenda agenda, Posts posts) throws IOException, InterruptedException {
        long number = 0;
        boolean awaited = false;
        for (long due = agenda.due(number); due != Agenda.OVER || isAnyOnItsWay(); due = agenda.due(number)) {
            long now = System.nanoTime();
            if (due <= now && !idle.isEmpty()) {
                Served served = agenda.served(number);
                if (awaited) {
                    served.wokenLate(now - due);
                }
                send(posts.next(), new HttpLine.Request(due, now, served));
                awaited = false;
                number++;
            } else {
                awaited = !idle.isEmpty();
                await(awaited ? Math.min(due - now, LOOK_AGAIN) : LOOK_AGAIN);
                giveUpTheOld(now);
            }
        }
    }

    private boolean isAnyOnItsWay() {
        return idle.size() < all.size();
    }

    private void send(byte[] bytes, HttpLine.Request request) throws IOException {
        HttpLine line = idle.remove();
        try {
            line.send(bytes, request);
        } catch (IOException e) {
            breakOff(line);
        }
    }

    /** Reads what comes within that time. The selector knows whole milliseconds only. */
    private void await(long nanos) throws IOException, InterruptedException {
        if (nanos < MILLISECOND) {
            selector.selectNow(this::read);
            LockSupport.parkNanos(nanos);
            selector.selectNow(this::read);
        } else {
            selector.select(this::read, nanos / MILLISECOND);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void read(SelectionKey key) {
        if (key.attachment() instanceof HttpLine line) {
            Optional<HttpLine.Request> request = line.onItsWay();
            try {
                OptionalInt status = line.read();
                status.ifPresent(known -> request.ifPresent(answered -> end(line, answered, known)));
            } catch (IOException e) {
                breakOff(line);
            }
        }
    }

    private void giveUpTheOld(long now) {
        if (now - lookedAt > LOOK_AGAIN) {
            lookedAt = now;
            for (HttpLine line : all) {
                if (line.onItsWay()
                        .filter(request -> now - request.sent() > ANSWERED_WITHIN)
                        .isPresent()) {
                    breakOff(line);
                }
            }
        }
    }

    /** An idle one is only closed. */
    private void breakOff(HttpLine line) {
        Optional<HttpLine.Request> request = line.onItsWay();
        try {
            line.close();
        } catch (IOException gone) {
            // As wanted.
        }
        request.ifPresent(unanswered -> end(line, unanswered, BROKEN));
    }

    private void end(HttpLine line, HttpLine.Request request, int status) {
        request.served().answered(status, System.nanoTime() - request.due());
        idle.add(line);
    }

    @Override
    public void close() throws IOException {
        try (selector) {
            for (HttpLine line : all) {
                line.close();
            }
        }
    }
}
