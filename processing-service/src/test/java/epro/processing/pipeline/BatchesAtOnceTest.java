package epro.processing.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchesAtOnceTest {
    private final AtomicInteger working = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void areNoMoreThanMay() throws InterruptedException, ExecutionException {
        BatchesAtOnce two = new BatchesAtOnce(2);
        List<Future<Integer>> all = new ArrayList<>();
        try (ExecutorService consumers = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                all.add(consumers.submit(() -> two.work(this::untilTheEnd)));
            }
            await().until(() -> working.get() == 2);
            end.countDown();
            for (Future<Integer> one : all) {
                assertThat(one.get()).isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void giveTheirPlaceBackWhenTheyFail() throws SQLException, InterruptedException {
        BatchesAtOnce one = new BatchesAtOnce(1);

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> one.work(() -> {
                    throw new SQLException("away");
                }));

        assertThat(one.<String>work(() -> "next")).isEqualTo("next");
    }

    @Test
    void endTheirWaitingWhenInterrupted() throws InterruptedException {
        BatchesAtOnce one = new BatchesAtOnce(1);
        try (ExecutorService consumers = Executors.newFixedThreadPool(2)) {
            Future<Integer> first = consumers.submit(() -> one.work(this::untilTheEnd));
            await().until(() -> working.get() == 1);
            Future<Integer> second = consumers.submit(() -> one.work(() -> 2));
            consumers.shutdownNow();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(second::get)
                    .withCauseInstanceOf(InterruptedException.class);
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(first::get);
        }
    }

    @Test
    void areNotLessThanNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchesAtOnce(-1));
    }

    private int untilTheEnd() {
        int now = working.incrementAndGet();
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        working.decrementAndGet();
        return now;
    }
}
