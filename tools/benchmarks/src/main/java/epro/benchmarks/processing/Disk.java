package epro.benchmarks.processing;

import epro.benchmarks.Figures;
import epro.benchmarks.Lane;
import epro.benchmarks.Spread;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What the disk allows: a page written and synced, and a row of one page's size at most committed, one after the other. */
final class Disk {
    private static final int PAGE = 8_192;

    private Disk() {}

    /** Appends pages to a file and calls fdatasync after each. */
    static Lane fdatasync(Path file, int times) throws IOException {
        List<Long> nanos = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < times; i++) {
                long begun = System.nanoTime();
                channel.write(ByteBuffer.allocate(PAGE));
                channel.force(false);
                nanos.add(System.nanoTime() - begun);
            }
        } finally {
            Files.delete(file);
        }
        return lane(nanos);
    }

    /** Inserts rows, each in a transaction of its own. */
    static Lane commits(Connection connection, int times) throws SQLException {
        Bed.run(connection, List.of("CREATE TABLE IF NOT EXISTS public.commit_probe (number integer, said text)"));
        List<Long> nanos = new ArrayList<>();
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO public.commit_probe VALUES (?, repeat('x', 400))")) {
            for (int i = 0; i < times; i++) {
                long begun = System.nanoTime();
                insert.setInt(1, i);
                insert.executeUpdate();
                nanos.add(System.nanoTime() - begun);
            }
        }
        return lane(nanos);
    }

    private static Lane lane(List<Long> nanos) {
        double seconds = nanos.stream().mapToLong(Long::longValue).sum() / 1e9;
        return new Lane(
                Spread.of(List.of(nanos.size() / seconds)),
                Figures.percentileMs(nanos, 0.5),
                Figures.percentileMs(nanos, 0.99),
                new LinkedHashMap<>(),
                true);
    }
}
