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
    private static final long SLICE = TimeUnit.MICROSECONDS.toNanos(200);
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
        for (long due = agenda.due(number); due != Agenda.OVER || isAnyOnItsWay(); due = agenda.due(number)) {
            long now = System.nanoTime();
            if (due <= now && !idle.isEmpty()) {
                send(posts.next(), new HttpLine.Request(due, now, agenda.served(number)));
                number++;
            } else {
                await(idle.isEmpty() ? LOOK_AGAIN : Math.min(due - now, LOOK_AGAIN));
                giveUpTheOld(now);
            }
        }
    }

    private boolean isAnyOnItsWay() {
        return idle.size() < all.size();
    }

    private void send(byte[] bytes, HttpLine.Request request) throws IOException {
        HttpLine line = idle.remove();
        request.served().late(request.sent() - Math.max(request.due(), line.idleSince()));
        try {
            line.send(bytes, request);
        } catch (IOException e) {
            breakOff(line, Optional.of(request));
        }
    }

    /** Reads what comes within that time, or less. The selector knows whole milliseconds only: below, it is asked again and again. */
    private void await(long nanos) throws IOException, InterruptedException {
        if (nanos < MILLISECOND) {
            LockSupport.parkNanos(Math.min(nanos, SLICE));
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
                breakOff(line, request);
            }
        }
    }

    private void giveUpTheOld(long now) {
        if (now - lookedAt > LOOK_AGAIN) {
            lookedAt = now;
            for (HttpLine line : all) {
                Optional<HttpLine.Request> request = line.onItsWay();
                if (request.isPresent() && now - request.get().sent() > ANSWERED_WITHIN) {
                    breakOff(line, request);
                }
            }
        }
    }

    /** An idle one is only closed. */
    private void breakOff(HttpLine line, Optional<HttpLine.Request> request) {
        try {
            line.close();
        } catch (IOException gone) {
            // As wanted.
        }
        request.ifPresent(unanswered -> end(line, unanswered, BROKEN));
    }

    private void end(HttpLine line, HttpLine.Request request, int status) {
        long now = System.nanoTime();
        request.served().answered(status, now - request.due());
        line.idleSince(now);
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
