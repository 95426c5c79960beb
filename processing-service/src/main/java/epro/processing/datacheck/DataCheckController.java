package epro.processing.datacheck;

import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Data checks for those who run the system. */
@RestController
class DataCheckController {

    private static final String SCOPE = "ops";
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);

    private final DataChecks checks;

    DataCheckController(DataChecks checks) {
        this.checks = checks;
    }

    /** 202 means that a worker has taken it. */
    @PostMapping({"/api/v1/data-checks", "/trigger-check"})
    ResponseEntity<Map<String, UUID>> start(Caller caller) throws InterruptedException {
        caller.require(SCOPE);
        UUID id = checks.start(caller.subject()).orElseThrow(DataCheckController::noWorkerFree);
        URI location = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/api/v1/data-checks/{id}")
                .build(id);
        return ResponseEntity.accepted().location(location).body(Map.of("dataCheckId", id));
    }

    @GetMapping("/api/v1/data-checks/{id}")
    DataCheck find(@PathVariable UUID id, Caller caller) {
        caller.require(SCOPE);
        return checks.find(id).orElseThrow(DataCheckController::notFound);
    }

    @PostMapping("/api/v1/data-checks/{id}/cancel")
    ResponseEntity<DataCheck> cancel(@PathVariable UUID id, Caller caller) {
        find(id, caller);
        if (!checks.cancel(id)) {
            throw new ProblemException(HttpStatus.CONFLICT, "already-ended", "The data check has already ended.");
        }
        return ResponseEntity.accepted().body(find(id, caller));
    }

    private static ProblemException noWorkerFree() {
        return new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE, "no-worker-free", "Every worker is at another data check.")
                .retryAfter(ASK_AGAIN_AFTER);
    }

    private static ProblemException notFound() {
        return new ProblemException(HttpStatus.NOT_FOUND, "not-found", "There is no such data check.");
    }
}
