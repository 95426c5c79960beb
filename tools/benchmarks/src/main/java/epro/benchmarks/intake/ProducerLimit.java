package epro.benchmarks.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kafka's own {@code ProducerPerformance}, as a process of its own: what the log takes if nobody stands in front of it. */
record ProducerLimit(Path jars, String kafka, String topic) {
    private static final String TOOL = "org.apache.kafka.tools.ProducerPerformance";
    private static final int RECORD_BYTES = 1_024;
    private static final Pattern LAST_LINE = Pattern.compile(
            "(\\d+) records sent, ([0-9.]+) records/sec .* ([0-9]+) ms 50th, [0-9]+ ms 95th, ([0-9]+) ms 99th");

    /** What the tool says at its end. */
    record Said(long records, double perSecond, double p50Ms, double p99Ms) {}

    Said send(long records) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        jars + "/*",
                        TOOL,
                        "--topic",
                        topic,
                        "--num-records",
                        Long.toString(records),
                        "--record-size",
                        Integer.toString(RECORD_BYTES),
                        "--throughput",
                        "-1",
                        "--producer-props",
                        "bootstrap.servers=" + kafka,
                        "acks=all",
                        "linger.ms=5"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return read(said);
    }

    /** The whole run's line is the last that matches; those before it are of five seconds each. */
    static Said read(String said) throws IOException {
        Matcher line = LAST_LINE.matcher(said);
        Said last = null;
        while (line.find()) {
            last = new Said(
                    Long.parseLong(line.group(1)),
                    Double.parseDouble(line.group(2)),
                    Double.parseDouble(line.group(3)),
                    Double.parseDouble(line.group(4)));
        }
        if (last == null) {
            throw new IOException("ProducerPerformance said something else: "
                    + said.lines().findFirst().orElse(""));
        }
        return last;
    }
}
