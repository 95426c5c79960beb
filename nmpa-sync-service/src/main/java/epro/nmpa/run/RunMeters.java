package epro.nmpa.run;

import epro.nmpa.regulator.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What the regulator answered, and how often it wanted to be left alone. */
@Component
class RunMeters {
    private final MeterRegistry registry;

    RunMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void answered(Answer answer) {
        switch (answer) {
            case Answer.Known _ -> count("known");
            case Answer.Unknown _ -> count("unknown");
            case Answer.Failed(var reason) -> count(reason);
            case Answer.Wait _ -> {
                count("wait");
                registry.counter("epro.nmpa.pauses").increment();
            }
            case Answer.NotAsked _ -> count("not-asked");
        }
    }

    private void count(String kind) {
        registry.counter("epro.nmpa.answers", "kind", kind).increment();
    }
}
