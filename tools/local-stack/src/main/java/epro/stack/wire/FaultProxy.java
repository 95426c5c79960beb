package epro.stack.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands on a port of 127.0.0.1 between clients and a server on another, and behaves as it was last told.
 *
 * <ul>
 *   <li>Bytes keep their order, and none is invented.
 *   <li>A new behaviour holds for open connections as well. What was being delayed is still passed on.
 *   <li>A connection that has lost a byte never passes one again, also when the fault is over: it stays silent until one of
 *       its ends gives it up, as behind a firewall that has forgotten it.
 *   <li>Where the server can't be reached, the client is reset.
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class FaultProxy implements AutoCloseable {

    private final ServerSocket door;
    private final InetSocketAddress server;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("fault-proxy-", 0).factory());
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Tally> tally = new AtomicReference<>(Tally.NONE);
    private Behaviour behaviour = new Behaviour.Passing();
    private boolean closed;

    /** Listens at once, on a port that is free. */
    public FaultProxy(int serverPort) {
        InetAddress here = InetAddress.getLoopbackAddress();
        this.server = new InetSocketAddress(here, serverPort);
        try {
            this.door = new ServerSocket(0, 0, here);
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free for a proxy", e);
        }
        var _ = threads.submit(this::welcome);
    }

    /** Where it listens. */
    public int port() {
        return door.getLocalPort();
    }

    /** Behaves otherwise from now on. */
    public void become(Behaviour next) {
        synchronized (this) {
            behaviour = next;
            notifyAll();
        }
        wires.forEach(wire -> wire.meet(next));
    }

    /** What it has done so far. */
    public Tally tally() {
        return tally.get();
    }

    synchronized Behaviour behaviour() {
        return behaviour;
    }

    void count(Tally more) {
        tally.accumulateAndGet(more, Tally::plus);
    }

    /** Returns when what happens to one side may be noticed on the other. */
    synchronized void awaitEndOfSilence() throws InterruptedException {
        while (behaviour instanceof Behaviour.Swallowing && !closed) {
            wait();
        }
    }

    void forget(Wire wire) {
        wires.remove(wire);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                var _ = threads.submit(() -> connect(client));
            } catch (IOException _) {
                // Closed, or the client has left already.
            }
        }
    }

    private void connect(Socket client) {
        Socket toServer = new Socket();
        Wire wire = new Wire(this, client, toServer);
        wires.add(wire);
        try {
            if (door.isClosed()) {
                throw new IOException("closed meanwhile");
            }
            toServer.connect(server);
            wire.meet(behaviour());
            var _ = threads.submit(() -> wire.carry(toServer, client));
            wire.carry(client, toServer);
        } catch (IOException | RejectedExecutionException _) {
            wire.reset();
        }
    }

    /** Ends all connections. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            wires.forEach(Wire::close);
            threads.shutdownNow();
        }
    }
}
