package epro.processing.deadletter;

import epro.processing.listing.Page;
import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters for those who run the system: where they stand and why, and the way back into the topic. */
@RestController
@RequestMapping("/api/v1/dead-letters")
class DeadLetterController {
    private static final String LIST_SCOPE = "quarantine:read";
    private static final String REPLAY_SCOPE = "ops";

    private final Quarantine quarantine;

    DeadLetterController(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    @GetMapping
    Page<DeadLetter> list(@ModelAttribute DeadLetterFilter filter, Caller caller) {
        caller.require(LIST_SCOPE);
        return quarantine.list(filter);
    }

    /** 202: it is in the lane {@code operations}, from which it goes to the topic, with its own bytes, at least once. */
    @PostMapping("/{topicId}/{partition}/{offset}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    DeadLetter replay(
            @PathVariable String topicId, @PathVariable int partition, @PathVariable long offset, Caller caller) {
        caller.require(REPLAY_SCOPE);
        return switch (quarantine.replay(new Quarantine.Place(topicId, partition, offset), caller.subject())) {
            case Replayed.Sent(DeadLetter letter) -> letter;
            case Replayed.NotThere _ ->
                throw new ProblemException(
                        HttpStatus.NOT_FOUND, "not-found", "No record of this place is in quarantine.");
            case Replayed.TooLarge _ ->
                throw new ProblemException(
                        HttpStatus.CONFLICT, "too-large", "The record is larger than what may be sent to the topic.");
        };
    }
}
