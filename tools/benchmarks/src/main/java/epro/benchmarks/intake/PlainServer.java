package epro.benchmarks.intake;

import epro.benchmarks.intake.plain.PlainIntake;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link PlainIntake} as a process of its own, with the heap and the collector that intake has; gone when this one is. */
final class PlainServer implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(30);
    private static final long STOPPED_WITHIN_SECONDS = 10;

    private final Process process;
    private final int port;

    private PlainServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param kind as {@link PlainIntake} knows it */
    static PlainServer start(String kind, Path folder, String kafka, String topic)
            throws IOException, InterruptedException {
        int port = freePort();
        Path home = folder.resolve("plain-" + kind);
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + IntakeBench.HEAP_MIB + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlainIntake.class.getName(),
                        kind,
                        home.toString(),
                        Integer.toString(port),
                        kafka,
                        topic))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        PlainServer server = new PlainServer(process, port);
        server.awaitReady();
        return server;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new IOException("a plain server did not start");
            }
            Thread.sleep(100);
        }
    }

    private boolean listens() {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
