package epro.benchmarks.processing;

import epro.benchmarks.Bench;
import epro.benchmarks.BenchFigures;
import epro.benchmarks.Figures;
import epro.benchmarks.Scale;
import epro.stack.Part;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How fast submissions get from the topic into the database: the service itself, the same without lock and hash, and three plain
 * ways; whether that stays so with a million stored; how fast chains are verified; how soon it goes on after a crash below it.
 */
public final class ProcessingBench implements Bench {
    private static final int CHUNK = 25_000;

    private final InstantSource clock = InstantSource.system();

    @Override
    public String name() {
        return "processing";
    }

    @Override
    public BenchFigures run(Scale scale, Consumer<String> progress) throws IOException, InterruptedException {
        Sheet sheet = new Sheet();
        Course course = new Course(scale, Size.of(scale), sheet, progress);
        try {
            double warmupSeconds = sideBySide(course);
            alone(course);
            return sheet.figures(scale, warmupSeconds);
        } catch (SQLException e) {
            throw new IOException("the database refused: " + e.getMessage(), e);
        }
    }

    private double sideBySide(Course course) throws SQLException, IOException, InterruptedException {
        course.says("Starts broker, registry and PostgreSQL");
        try (Bed bed = Bed.make(clock, "side-by-side")) {
            disk(bed, course);
            double warmupSeconds = contest(bed, course);
            course.sheet().compare();
            return warmupSeconds;
        }
    }

    /** On fresh infrastructure: what the service checks in the end is its own, and nobody else's. */
    private void alone(Course course) throws SQLException, IOException, InterruptedException {
        course.says("Starts broker, registry and PostgreSQL anew");
        try (Bed bed = Bed.make(clock, "alone")) {
            withFew(bed, course);
            withMany(bed, course);
        }
    }

    private record Course(Scale scale, Size size, Sheet sheet, Consumer<String> progress) {
        void says(String line) {
            progress.accept(line);
        }
    }

    private double contest(Bed bed, Course course) throws SQLException, IOException, InterruptedException {
        course.says("Starts the service, with and without its chain");
        try (OwnService ours = OwnService.chained(bed);
                OwnService unchained = OwnService.unchained(bed)) {
            for (OwnService service : List.of(ours, unchained)) {
                DiaryPublication.at(service.replica().address(), bed.stack().tokens());
                service.stop();
            }
            double warmupSeconds = fill(bed, ours, course.size().warmup(), course);
            unchained.settle(bed.topic().send(List.of()));
            try (Contest contest = new Contest(bed, ours, unchained, course.size(), clock)) {
                contest.rounds(course.scale().rounds(), course.progress()).forEach(course.sheet()::measured);
            }
            return warmupSeconds;
        }
    }

    /** Measures the service, and lets it go on until the tables are as full as they are to be. */
    private static void withFew(Bed bed, Course course) throws SQLException, IOException, InterruptedException {
        course.says("Starts the service");
        try (OwnService ours = OwnService.chained(bed)) {
            DiaryPublication.at(ours.replica().address(), bed.stack().tokens());
            ours.stop();
            fill(bed, ours, course.size().warmup(), course);
            course.sheet().few(bursts(bed, ours, course));
            long stored = ours.ledger().count().records();
            fill(bed, ours, course.size().stored() - stored - course.size().warmup(), course);
        }
    }

    /** A new process of the service, warmed as the first one was. */
    private static void withMany(Bed bed, Course course) throws SQLException, IOException, InterruptedException {
        course.says("Starts the service anew");
        try (OwnService ours = OwnService.chained(bed)) {
            fill(bed, ours, course.size().warmup(), course);
            course.sheet().many(bursts(bed, ours, course));
            course.says("Verifies all chains");
            course.sheet().verified(ours.ledger().verify());
            course.says("Has the service check all its data");
            WholeCheck check = ours.check();
            course.says("%s, %,d offsets in %.0f s %s"
                    .formatted(check.state(), check.offsets(), check.seconds(), check.findings()));
            course.sheet().checked(check);
            for (Part part : List.of(Part.KAFKA, Part.POSTGRES)) {
                course.says("Kills " + part.text());
                Range range = bed.topic().send(bed.topic().make(course.size().burst()));
                course.sheet().recovered(part, Recovery.from(bed, part, ours, range));
            }
        }
    }

    private static void disk(Bed bed, Course course) throws SQLException, IOException {
        course.says("Asks the disk");
        course.sheet()
                .lane(
                        "fdatasync",
                        Disk.fdatasync(
                                bed.scratch().resolve("fdatasync"),
                                course.size().syncs()));
        try (Connection connection = bed.connect(Bed.PLAIN)) {
            course.sheet().lane("commit", Disk.commits(connection, course.size().syncs()));
        }
    }

    /** Has the service store so many, and says how long it took. */
    private static double fill(Bed bed, OwnService ours, long records, Course course)
            throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        for (long done = 0; done < records; done += CHUNK) {
            int chunk = (int) Math.min(CHUNK, records - done);
            Range range = bed.topic().send(bed.topic().make(chunk));
            long chunkBegun = System.nanoTime();
            ours.settle(range);
            course.says("Stored %,d of %,d, %.0f a second"
                    .formatted(done + chunk, records, chunk / ((System.nanoTime() - chunkBegun) / 1e9)));
        }
        return Figures.round((System.nanoTime() - begun) / 1e9);
    }

    private static List<Burst> bursts(Bed bed, OwnService ours, Course course)
            throws SQLException, InterruptedException {
        List<Burst> bursts = new ArrayList<>();
        for (int i = 0; i < course.size().bursts(); i++) {
            bursts.add(ours.run(bed.topic().send(bed.topic().make(course.size().warmup()))));
            course.says("With %,d stored: %.0f a second"
                    .formatted(ours.ledger().count().records(), bursts.getLast().perSecond()));
        }
        return bursts;
    }
}
