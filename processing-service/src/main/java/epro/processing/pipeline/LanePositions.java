package epro.processing.pipeline;

import epro.keeper.Backlog;
import epro.schemas.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the lanes have got, of all replicas: the database says it, whatever Kafka knows of the group. */
@Component
class LanePositions implements Backlog.Reached {
    private final TopicIds ids;
    private final JdbcClient jdbc;

    LanePositions(TopicIds ids, JdbcClient jdbc) {
        this.ids = ids;
        this.jdbc = jdbc;
    }

    @Override
    public Map<Integer, Long> offsets() throws ExecutionException, InterruptedException, TimeoutException {
        Map<Integer, Long> next = new HashMap<>();
        jdbc.sql("SELECT partition, next_offset FROM lane WHERE topic_id = ?")
                .param(ids.idOf(Topics.SUBMISSIONS).toString())
                .query(row -> {
                    next.put(row.getInt(1), row.getLong(2));
                });
        return next;
    }
}
