package epro.benchmarks.intake;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a server, kept open, with one request on its way at the most; opened anew when the server has closed it. It
 * never waits for an answer: the selector says when there is something of it to read. For one thread.
 */
final class HttpLine implements AutoCloseable {
    private final InetSocketAddress server;
    private final Selector selector;
    private final HttpAnswer answer = new HttpAnswer();
    private @Nullable SocketChannel channel;
    private @Nullable Request request;
    private long idleSince = System.nanoTime();

    HttpLine(int port, Selector selector) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.selector = selector;
    }

    /**
     * What is on its way.
     *
     * @param due nanoseconds, when it ought to have been sent
     * @param sent nanoseconds, when it was
     * @param served where its answer is entered
     */
    record Request(long due, long sent, Served served) {}

    /** What is on its way, if anything is. */
    Optional<Request> onItsWay() {
        return Optional.ofNullable(request);
    }

    /** Since when it could have sent. */
    long idleSince() {
        return idleSince;
    }

    void idleSince(long nanoTime) {
        idleSince = nanoTime;
    }

    void send(byte[] bytes, Request about) throws IOException {
        request = about;
        answer.clear();
        SocketChannel open = channel == null ? open() : channel;
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            open.write(left);
        }
    }

    private SocketChannel open() throws IOException {
        SocketChannel open = SocketChannel.open(server);
        channel = open;
        open.setOption(StandardSocketOptions.TCP_NODELAY, true);
        open.configureBlocking(false);
        open.register(selector, SelectionKey.OP_READ, this);
        return open;
    }

    /** Reads on; the answer's status once it is whole. Where nothing is on its way, the server has closed an idle connection. */
    OptionalInt read() throws IOException {
        if (channel != null && channel.read(answer.room()) < 0) {
            throw new EOFException("closed before an answer was whole");
        }
        if (!answer.isWhole()) {
            return OptionalInt.empty();
        }
        request = null;
        if (answer.isLast()) {
            close();
        }
        return OptionalInt.of(answer.status());
    }

    @Override
    public void close() throws IOException {
        SocketChannel open = channel;
        channel = null;
        request = null;
        if (open != null) {
            open.close();
        }
    }
}
