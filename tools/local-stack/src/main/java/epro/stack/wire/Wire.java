package epro.stack.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/** One connection through a {@link FaultProxy}: two sockets, and a thread for each direction. */
final class Wire {

    private static final int PIECE = 16 * 1024;

    private final FaultProxy proxy;
    private final Socket client;
    private final Socket server;
    private boolean lossy;
    private boolean over;
    private long passed;

    Wire(FaultProxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    /** A behaviour begins: what it does to a connection at once is done, and bytes are counted anew. */
    void meet(Behaviour behaviour) {
        synchronized (this) {
            passed = 0;
        }
        if (behaviour instanceof Behaviour.Resetting && reset()) {
            proxy.count(Tally.ofReset());
        }
    }

    /** Carries one direction until an end leaves or the connection is ended here. */
    void carry(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int length = in.read(piece);
            while (length >= 0) {
                hand(piece, length, out);
                length = in.read(piece);
            }
        } catch (IOException _) {
            // An end has left, or the connection is over: what follows is the same.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        leave();
    }

    private void leave() {
        try {
            proxy.awaitEndOfSilence();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    private void hand(byte[] piece, int length, OutputStream out) throws IOException, InterruptedException {
        Behaviour behaviour = proxy.behaviour();
        if (losing(behaviour)) {
            proxy.count(Tally.ofSwallowed(length));
            return;
        }
        switch (behaviour) {
            case Behaviour.Passing(), Behaviour.Swallowing() -> out.write(piece, 0, length);
            case Behaviour.Delaying(Duration by) -> {
                Thread.sleep(by);
                proxy.count(Tally.ofDelayed(length));
                out.write(piece, 0, length);
            }
            case Behaviour.Resetting() -> meet(behaviour);
            case Behaviour.CuttingAfter(long bytes) -> cut(piece, length, room(bytes, length), out);
        }
    }

    /** Once a byte is lost, all that follow are. */
    private synchronized boolean losing(Behaviour behaviour) {
        lossy = lossy || behaviour instanceof Behaviour.Swallowing;
        return lossy;
    }

    /** How many of the bytes may still be passed; takes them. */
    private synchronized long room(long bytes, int wanted) {
        long left = Math.max(0, bytes - passed);
        passed += wanted;
        return left;
    }

    private void cut(byte[] piece, int length, long room, OutputStream out) throws IOException {
        out.write(piece, 0, (int) Math.min(length, room));
        if (room < length && close()) {
            proxy.count(Tally.ofCut());
        }
    }

    /** Ends it with a reset to both; false if it is over already. */
    boolean reset() {
        return end(true);
    }

    /** Ends it in good order; false if it is over already. */
    boolean close() {
        return end(false);
    }

    private synchronized boolean end(boolean withReset) {
        if (over) {
            return false;
        }
        over = true;
        proxy.forget(this);
        end(client, withReset);
        end(server, withReset);
        return true;
    }

    private static void end(Socket socket, boolean withReset) {
        try (socket) {
            if (withReset) {
                socket.setSoLinger(true, 0);
            }
        } catch (IOException _) {
            // Its other end has ended it.
        }
    }
}
