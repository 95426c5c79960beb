package epro.stack.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that says everything back, and knows how many have left it. */
final class Echo implements AutoCloseable {

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger left = new AtomicInteger();

    Echo() throws IOException {
        door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        var _ = threads.submit(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    int left() {
        return left.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                var _ = threads.submit(() -> echo(client));
            } catch (IOException _) {
                // Closed.
            }
        }
    }

    private void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException _) {
            // Reset.
        } finally {
            left.incrementAndGet();
        }
    }

    /** Once it returns, nobody is listening any more. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }
}
