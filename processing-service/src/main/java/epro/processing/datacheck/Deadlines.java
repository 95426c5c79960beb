package epro.processing.datacheck;

import epro.schemas.Topics;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Waits for what is still on its way, but not for ever: what is late then is a finding. */
class Deadlines {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DataSource dataSource;
    private final DataCheckSettings settings;

    Deadlines(DataSource dataSource, DataCheckSettings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
    }

    void awaitReached(LogEnds ends, Progress progress) throws SQLException, InterruptedException {
        Map<Integer, Long> behind = await(settings.lagTime(), () -> behind(ends));
        behind.forEach((partition, next) -> progress.found(
                Code.LAGGING,
                Topics.SUBMISSIONS + "/" + partition + "/" + next,
                "not processed up to %d within %s".formatted(ends.submissions().get(partition), settings.lagTime())));
    }

    /** Waits until all is published that the lanes held when they were read. */
    void awaitPublished(List<LaneRow> lanes, Progress progress) throws SQLException, InterruptedException {
        Map<String, Long> missing = await(settings.publishTime(), () -> unpublished(lanes));
        missing.forEach((lane, count) -> progress.found(
                Code.UNPUBLISHED, lane, "%d events not published within %s".formatted(count, settings.publishTime())));
    }

    private Map<Integer, Long> behind(LogEnds ends) throws SQLException {
        Map<Integer, Long> reached = new TreeMap<>();
        lanes().stream()
                .filter(lane -> lane.followsSubmissions() && ends.topicId().equals(lane.topicId()))
                .forEach(lane -> reached.put(lane.partition(), lane.nextOffset()));
        Map<Integer, Long> behind = new TreeMap<>();
        ends.submissions().forEach((partition, end) -> {
            long next = reached.getOrDefault(partition, 0L);
            if (next < end) {
                behind.put(partition, next);
            }
        });
        return behind;
    }

    private Map<String, Long> unpublished(List<LaneRow> wanted) throws SQLException {
        Map<String, Long> published = new TreeMap<>();
        lanes().forEach(lane -> published.put(lane.name(), lane.publishedThrough()));
        Map<String, Long> missing = new TreeMap<>();
        for (LaneRow lane : wanted) {
            long behind = lane.outboxEnd() - published.getOrDefault(lane.name(), 0L);
            if (behind > 0) {
                missing.put(lane.name(), behind);
            }
        }
        return missing;
    }

    private List<LaneRow> lanes() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return LaneRow.all(connection);
        }
    }

    /** What is late after the time, or nothing as soon as nothing is. */
    private static <K> Map<K, Long> await(Duration time, Late<K> late) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        Map<K, Long> now = late.look();
        while (!now.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE);
            now = late.look();
        }
        return now;
    }

    /** Looks for what is late. */
    private interface Late<K> {
        Map<K, Long> look() throws SQLException;
    }
}
