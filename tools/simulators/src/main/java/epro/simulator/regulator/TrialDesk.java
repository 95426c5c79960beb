package epro.simulator.regulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import tools.jackson.databind.json.JsonMapper;

/** Answers for trials, as late and as badly as it is set to. */
final class TrialDesk {

    private static final String TRIALS = "/api/v1/trials/";
    private static final Duration BUSY_FOR = Duration.ofSeconds(1);
    private static final List<Integer> SERVER_ERRORS = List.of(500, 502, 503);

    private final Register register;
    private final RegulatorSettings settings;
    private final Scheduler scheduler;
    private final Random random;

    TrialDesk(Register register, RegulatorSettings settings, Scheduler scheduler) {
        this.register = register;
        this.settings = settings;
        this.scheduler = scheduler;
        this.random = new Random(settings.seed());
    }

    /** Returns at once; the answer follows. */
    void answer(Request request, Response response, Callback callback) {
        Optional<Fault> fault = settings.errors().draw(random);
        Duration latency = settings.latency().draw(random);
        Duration after = fault.filter(Fault.HANG::equals).isPresent() ? settings.hang() : latency;
        scheduler.schedule(
                () -> {
                    try {
                        answerNow(request, response, callback, fault);
                    } catch (RuntimeException e) {
                        callback.failed(e);
                    }
                },
                after.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    private void answerNow(Request request, Response response, Callback callback, Optional<Fault> fault) {
        Optional<Trial> trial = registrationNumber(request).flatMap(register::find);
        if (fault.isPresent() && fault.get() != Fault.HANG) {
            fail(response, callback, fault.get(), trial);
        } else if (trial.isPresent()) {
            Answers.json(response, callback, trial.get());
        } else {
            Answers.problem(response, callback, 404, "No such trial", "unknown-trial");
        }
    }

    private void fail(Response response, Callback callback, Fault fault, Optional<Trial> trial) {
        switch (fault) {
            case SERVER_ERROR ->
                Answers.problem(
                        response,
                        callback,
                        SERVER_ERRORS.get(random.nextInt(SERVER_ERRORS.size())),
                        "The register has failed",
                        "register-failed");
            case BUSY -> Answers.refused(response, callback, Refusal.busy(BUSY_FOR));
            case TRUNCATED -> Answers.text(response, callback, firstHalf(trial.orElseGet(this::anyTrial)));
            case EMPTY -> Answers.text(response, callback, "");
            case OTHER_TRIAL -> Answers.json(response, callback, another(trial));
            case HANG -> throw new IllegalArgumentException("a hang ends with an answer like any other");
        }
    }

    private Trial another(Optional<Trial> asked) {
        Trial other = anyTrial();
        while (asked.filter(other::equals).isPresent()) {
            other = anyTrial();
        }
        return other;
    }

    private Trial anyTrial() {
        List<Trial> trials = register.trials();
        return trials.get(random.nextInt(trials.size()));
    }

    private static String firstHalf(Trial trial) {
        String whole = JsonMapper.shared().writeValueAsString(trial);
        return whole.substring(0, whole.length() / 2);
    }

    /** The one segment after the path's constant part; empty if the path is another. */
    private static Optional<String> registrationNumber(Request request) {
        String path = request.getHttpURI().getPath();
        String segment = path.startsWith(TRIALS) ? path.substring(TRIALS.length()) : "";
        return segment.isEmpty() || segment.contains("/")
                ? Optional.empty()
                : Optional.of(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
}
