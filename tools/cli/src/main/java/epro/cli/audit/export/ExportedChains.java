package epro.cli.audit.export;

import epro.lane.ChainFault;
import epro.lane.ChainHead;
import epro.lane.ChainSource;
import epro.lane.StoredEntry;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The chains of one service as they lie in an export. */
public final class ExportedChains implements ChainSource, AutoCloseable {

    private final Path folder;
    private final Map<String, Manifest.Lane> lanes = new TreeMap<>();
    private final Map<String, LaneCursor> cursors = new HashMap<>();

    ExportedChains(Path folder, List<Manifest.Lane> lanes) {
        this.folder = folder;
        lanes.forEach(lane -> this.lanes.put(lane.lane(), lane));
    }

    @Override
    public List<String> lanes() {
        return List.copyOf(lanes.keySet());
    }

    @Override
    public void entries(String lane, Consumer<StoredEntry> reader) {
        Manifest.Lane exported = lanes.get(lane);
        if (exported == null) {
            return;
        }
        try (LineReader<EntryLine> lines = open(exported)) {
            for (EntryLine line = lines.next(); line != null; line = lines.next()) {
                reader.accept(entry(lane, line, lines));
            }
        }
    }

    @Override
    public Optional<ChainHead> head(String lane) {
        return Optional.ofNullable(lanes.get(lane))
                .map(Manifest.Lane::head)
                .map(head -> new ChainHead(lane, head.sequence(), head.hash()));
    }

    /** In the order of the sequences, so that each file is gone through once. */
    @Override
    public Map<Integer, ChainFault> lookUp(List<ChainHead> named) {
        Map<Integer, ChainFault> faults = new HashMap<>();
        IntStream.range(0, named.size())
                .boxed()
                .sorted(Comparator.comparingLong(place -> named.get(place).sequence()))
                .forEach(place -> {
                    ChainHead head = named.get(place);
                    String hash = hashAt(head);
                    if (hash == null) {
                        faults.put(place, ChainFault.ANCHORED_ENTRY_MISSING);
                    } else if (!hash.equals(head.hash())) {
                        faults.put(place, ChainFault.ANCHORED_ENTRY_DIFFERS);
                    }
                });
        return faults;
    }

    @Override
    public void close() {
        cursors.values().forEach(LaneCursor::close);
    }

    /** What can't be read is not there; that it can't was found when the chain was gone through. */
    private @Nullable String hashAt(ChainHead head) {
        Manifest.Lane lane = lanes.get(head.lane());
        if (lane == null) {
            return null;
        }
        try {
            return cursors.computeIfAbsent(head.lane(), _ -> new LaneCursor(() -> open(lane)))
                    .hashAt(head.sequence());
        } catch (UnreadableExport e) {
            return null;
        }
    }

    private static StoredEntry entry(String lane, EntryLine line, LineReader<?> lines) {
        try {
            return line.entry(lane);
        } catch (IllegalArgumentException e) {
            throw lines.unreadable(e);
        }
    }

    private LineReader<EntryLine> open(Manifest.Lane lane) {
        return new LineReader<>(folder, lane.file(), EntryLine.class);
    }
}
