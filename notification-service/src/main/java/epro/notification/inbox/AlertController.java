package epro.notification.inbox;

import epro.notification.alert.AlertStatus;
import epro.notification.alert.Urgency;
import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Alerts for those who may see their study and site; of all others they answer as if there were none. Reading changes nothing:
 * whoever has seen or acknowledged an alert says so with a request of its own.
 */
@RestController
@RequestMapping("/api/v1/alerts")
class AlertController {
    private final AlertDesk desk;

    AlertController(AlertDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Page<AlertView> list(@ModelAttribute AlertFilter filter, Caller caller) {
        return desk.list(filter, caller);
    }

    @GetMapping("/{id}")
    AlertView one(@PathVariable String id, Caller caller) {
        return desk.one(id, caller);
    }

    @PostMapping("/{id}/seen")
    AlertView seen(@PathVariable String id, Caller caller) {
        return desk.seen(id, caller);
    }

    /** Who says what they saw, acknowledges nothing more urgent or later than that. */
    @PostMapping("/{id}/acknowledge")
    AlertView acknowledge(
            @PathVariable String id, @RequestBody(required = false) @Nullable Acknowledgement seen, Caller caller) {
        return switch (desk.acknowledge(id, seen == null ? Acknowledgement.UNSEEN : seen, caller)) {
            case Answer.Taken _ -> desk.one(id, caller);
            case Answer.AlreadyAcknowledged(var at, var by) -> throw alreadyAcknowledged(at, by);
            case Answer.ChangedMeanwhile(var now, var caseUrgency) -> throw changedMeanwhile(now.status(), caseUrgency);
        };
    }

    private static ProblemException alreadyAcknowledged(@Nullable Instant at, @Nullable String by) {
        return new ProblemException(
                        HttpStatus.CONFLICT, "already-acknowledged", "Somebody has acknowledged this alert before.")
                .with("acknowledgedAt", String.valueOf(at))
                .with("acknowledgedBy", String.valueOf(by));
    }

    private static ProblemException changedMeanwhile(AlertStatus now, Urgency caseUrgency) {
        return new ProblemException(
                        HttpStatus.CONFLICT,
                        "changed-meanwhile",
                        "There is more to this alert than was seen; acknowledge it as it is now.")
                .with("revision", now.revision())
                .with("urgency", now.urgency().name())
                .with("caseUrgency", caseUrgency.name())
                .with("state", now.state().name());
    }
}
