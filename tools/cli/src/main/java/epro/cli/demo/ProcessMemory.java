package epro.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** What a process and its children take of the machine's memory, shared pages divided among those that share them (Linux). */
final class ProcessMemory {

    private ProcessMemory() {}

    /** MiB; empty where the system does not tell. */
    static OptionalLong pssMiB(long pid) {
        LongStream children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
        long[] kibibytes = LongStream.concat(LongStream.of(pid), children)
                .flatMap(process -> pssKiB(process).stream())
                .toArray();
        return kibibytes.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(LongStream.of(kibibytes).sum() / 1024);
    }

    private static OptionalLong pssKiB(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException noSuchProcessOrSystem) {
            return OptionalLong.empty();
        }
    }
}
