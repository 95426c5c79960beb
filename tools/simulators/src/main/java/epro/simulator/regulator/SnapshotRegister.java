package epro.simulator.regulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A register that plays a folder of real snapshots through time: each {@code NAME.csv.gz}, in the order of names, is one state. */
public final class SnapshotRegister implements Register {

    private static final String ENDING = ".csv.gz";

    private final List<Path> files;
    private int position;
    private Map<String, Trial> trials;

    private SnapshotRegister(List<Path> files) throws IOException {
        this.files = files;
        this.trials = read(files.getFirst());
    }

    /** Stands at the folder's first snapshot. */
    public static SnapshotRegister in(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> files = children.filter(file -> name(file).endsWith(ENDING))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException(folder + " holds no *" + ENDING);
            }
            return new SnapshotRegister(files);
        }
    }

    @Override
    public synchronized Optional<Trial> find(String registrationNumber) {
        return Optional.ofNullable(trials.get(registrationNumber));
    }

    @Override
    public synchronized List<Trial> trials() {
        return List.copyOf(trials.values());
    }

    @Override
    public synchronized Optional<String> advance() {
        if (position + 1 == files.size()) {
            return Optional.empty();
        }
        Path next = files.get(position + 1);
        try {
            trials = read(next);
        } catch (IOException e) {
            throw new IllegalStateException(next + " can't be read: " + e.getMessage(), e);
        }
        position++;
        return Optional.of(name(next).replace(ENDING, ""));
    }

    /** Of several rows with one number the last counts. */
    private static Map<String, Trial> read(Path file) throws IOException {
        Map<String, Trial> trials = new LinkedHashMap<>();
        SnapshotFile.read(file).forEach(trial -> trials.put(trial.registrationNumber(), trial));
        return trials;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
