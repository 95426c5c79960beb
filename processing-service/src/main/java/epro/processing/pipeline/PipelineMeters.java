package epro.processing.pipeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What the pipeline tells the operators. */
@Component
class PipelineMeters {
    private final Counter settled;
    private final Counter failed;
    private final Counter lost;

    PipelineMeters(MeterRegistry registry) {
        settled = Counter.builder("epro.processing.records")
                .description("Records settled, each with its audit entry")
                .register(registry);
        failed = Counter.builder("epro.processing.batch.failures")
                .description("Batches that had to wait and are tried again")
                .register(registry);
        lost = Counter.builder("epro.processing.offsets.lost")
                .description("Offsets that the log has lost; any is an alarm")
                .register(registry);
    }

    void settled(int records) {
        settled.increment(records);
    }

    void failed() {
        failed.increment();
    }

    void lost(long offsets) {
        lost.increment((double) offsets);
    }
}
