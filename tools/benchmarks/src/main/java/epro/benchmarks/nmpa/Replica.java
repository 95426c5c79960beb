package epro.benchmarks.nmpa;

import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One process of the service, with the whole quota to itself if it leads. It ends with {@link #close} or this JVM. */
final class Replica implements AutoCloseable {
    private static final String LEADS = "Leads with lease";
    private static final String LOOPBACK = "127.0.0.1";

    /** The jitter is that of a machine on which many processes share few processors. */
    private static final List<String> SETTINGS = List.of(
            "--epro.nmpa.quota.connections=10",
            "--epro.nmpa.quota.starts-per-second=10",
            "--epro.nmpa.quota.jitter=500ms",
            "--epro.nmpa.quota.processing-limit=4s",
            "--epro.nmpa.regulator.call-timeout=4s",
            "--epro.nmpa.lease.length=3s",
            "--epro.nmpa.renew-interval=500ms");

    private final Process process;
    private final URI address;
    private final URI management;
    private final Path log;
    private final Thread end;

    private Replica(Process process, int port, int managementPort, Path log) {
        this.process = process;
        this.address = URI.create("http://%s:%d".formatted(LOOPBACK, port));
        this.management = URI.create("http://%s:%d".formatted(LOOPBACK, managementPort));
        this.log = log;
        this.end = new Thread(process::destroyForcibly, "replica-end");
        Runtime.getRuntime().addShutdownHook(end);
    }

    static Replica start(LocalStack stack, Path log) throws IOException {
        int port = freePort();
        int managementPort = freePort();
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx320m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=epro",
                                "-jar",
                                jar().toString(),
                                "--server.port=" + port,
                                "--management.server.port=" + managementPort),
                        SETTINGS.stream())
                .toList());
        builder.environment().putAll(stack.environment(Part.NMPA_SYNC));
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        return new Replica(process, port, managementPort, log);
    }

    URI address() {
        return address;
    }

    boolean isReady() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("a replica has ended; its log is " + log);
        }
        return Observer.answers(management.resolve("/actuator/health/readiness"));
    }

    /** Whether it ever had the lease. */
    boolean hasLed() throws IOException {
        return Files.readString(log, StandardCharsets.UTF_8).contains(LEADS);
    }

    /** Sends a signal, such as STOP. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static Path jar() throws IOException {
        Path folder = Workspace.find().root().resolve("nmpa-sync-service/target/unpacked");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("nothing is built in " + folder));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(end);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
