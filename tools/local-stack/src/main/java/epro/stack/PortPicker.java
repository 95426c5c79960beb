package epro.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * Finds ports of 127.0.0.1 on which nobody listens, each handed out once; also to stacks that start at the same moment.
 *
 * <p>Either from the preferred one upwards, or anywhere below the range from which the system gives ports to outgoing
 * connections, so that a process that is started again finds its port free.
 */
final class PortPicker {

    private static final int ANYWHERE_FROM = 20_000;
    private static final int ANYWHERE_TO = 32_000;
    private static final int TRIES = 500;

    private final boolean preferred;
    private final RandomGenerator random;

    private PortPicker(boolean preferred, RandomGenerator random) {
        this.preferred = preferred;
        this.random = random;
    }

    static PortPicker preferred() {
        return new PortPicker(true, RandomGenerator.getDefault());
    }

    static PortPicker anywhere(RandomGenerator random) {
        return new PortPicker(false, random);
    }

    /** The preferred port or the next free one after it; of a picker from anywhere, any. */
    int pick(int wanted) {
        for (int i = 0; i < TRIES; i++) {
            int candidate = preferred ? wanted + i : random.nextInt(ANYWHERE_FROM, ANYWHERE_TO);
            if (free(candidate) && PortReservations.take(candidate)) {
                return candidate;
            }
        }
        throw new StackFailure("No free port found near " + wanted + ".");
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
