package epro.e2e;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Patients of whom each sends its next submission when the one before has been answered 202, until they are told to stop. */
final class OneByOne implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Pipeline pipeline;
    private final String studyId;
    private final GoodClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, List<String>> sent = new ConcurrentHashMap<>();
    private final List<CompletableFuture<Void>> patients = new ArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile boolean ended;

    OneByOne(Pipeline pipeline, String studyId) {
        this.pipeline = pipeline;
        this.studyId = studyId;
        this.client = new GoodClient(pipeline);
    }

    OneByOne begin(int numberOfPatients) {
        for (int number = 0; number < numberOfPatients; number++) {
            String patient = "p-" + number;
            patients.add(CompletableFuture.runAsync(() -> send(patient), threads));
        }
        return this;
    }

    private void send(String patient) {
        List<String> mine = new ArrayList<>();
        for (int number = 0; !ended; number++) {
            String id = "%s-%s-%d".formatted(studyId, patient, number);
            client.deliver(new Diary(studyId, patient, id, number % 11).json());
            mine.add(id);
            answered.incrementAndGet();
        }
        sent.put(patient, List.copyOf(mine));
    }

    int answered() {
        return answered.get();
    }

    void awaitAnswered(int atLeast) {
        await().atMost(PATIENCE).until(() -> answered() >= atLeast);
    }

    /** Returns when everything that was begun has been answered. */
    void end() {
        ended = true;
        patients.forEach(CompletableFuture::join);
    }

    /** What each patient has sent, in order; known at the end. */
    Map<String, List<String>> sent() {
        return Map.copyOf(sent);
    }

    /** What of it is stored, in the order in which it was. */
    Map<String, List<String>> stored() throws SQLException {
        Map<String, List<String>> stored = new HashMap<>();
        String sql = "select s.patient_id, s.submission_id from submission s join crf_record r using (submission_key)"
                + " where s.study_id = ? order by r.stored_at, r.partition, r.record_offset";
        pipeline.database()
                .rows(sql, row -> List.of(row.getString(1), row.getString(2)), studyId)
                .forEach(row -> stored.computeIfAbsent(row.getFirst(), _ -> new ArrayList<>())
                        .add(row.getLast()));
        return stored;
    }

    @Override
    public void close() {
        ended = true;
        threads.close();
        client.close();
    }
}
