package epro.benchmarks.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/**
 * What a service holds on to. Heap in use says little of that: what died after it was taken for old stays until the old are
 * collected, which may be minutes later.
 *
 * @param pid of the service
 * @param metrics where it says how much of its heap is in use
 */
record LiveHeap(long pid, URI metrics) {

    /**
     * Heap in use, in bytes, after a collection of everything.
     *
     * @throws IOException if the service can't be told to collect, or does not say
     */
    double bytes() throws IOException, InterruptedException {
        collect();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return HeapWatch.heap(http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body());
        }
    }

    private void collect() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process collection = new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
                .redirectErrorStream(true)
                .start();
        String said = new String(collection.getInputStream().readAllBytes(), UTF_8);
        if (collection.waitFor() != 0) {
            throw new IOException("process %d does not collect its garbage: %s".formatted(pid, said));
        }
    }
}
