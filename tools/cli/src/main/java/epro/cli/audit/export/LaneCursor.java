package epro.cli.audit.export;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds entries of one exported lane. It only goes forward, and begins anew when asked for one that lies behind. */
final class LaneCursor implements AutoCloseable {

    private final Supplier<LineReader<EntryLine>> file;
    private LineReader<EntryLine> lines;
    private @Nullable EntryLine current;
    private long soughtLast;

    LaneCursor(Supplier<LineReader<EntryLine>> file) {
        this.file = file;
        this.lines = file.get();
        this.current = lines.next();
    }

    /** The hash of the entry with this sequence; null if it is not there. */
    @Nullable
    String hashAt(long sequence) {
        if (sequence < soughtLast) {
            lines.close();
            lines = file.get();
            current = lines.next();
        }
        soughtLast = sequence;
        while (current != null && current.sequence() < sequence) {
            current = lines.next();
        }
        return current != null && current.sequence() == sequence ? current.hash() : null;
    }

    @Override
    public void close() {
        lines.close();
    }
}
