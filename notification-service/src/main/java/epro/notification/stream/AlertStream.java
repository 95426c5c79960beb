package epro.notification.stream;

import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells a client of changes at the caller's sites; each client keeps one virtual thread. */
@Component
public class AlertStream {
    /** After that a client has to come again, and is checked again. */
    public static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

    private final ChangeFeed feed;
    private final ChangeTable table;
    private final JsonMapper json;

    AlertStream(ChangeFeed feed, ChangeTable table, JsonMapper json) {
        this.feed = feed;
        this.table = table;
        this.json = json;
    }

    /** Returns when the client has left or the longest time is over. */
    public void send(Caller caller, @Nullable Long lastEventId, Duration longest, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (!caller.has("crf:read")) {
            caller.require("alerts:acknowledge");
        }
        long newest = table.newest();
        Subscription subscription = admitted(feed.subscribe(
                caller.issuer() + " " + caller.subject(),
                change -> caller.mayRead(change.studyId(), change.siteId()),
                newest));
        try {
            long from = lastEventId == null ? newest : Math.min(lastEventId, newest);
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            new Transmission(table, subscription, new EventWriter(response.getOutputStream(), json), HEARTBEAT)
                    .send(from, longest);
        } finally {
            feed.leave(subscription);
        }
    }

    private static Subscription admitted(Admission admission) {
        return switch (admission) {
            case Admission.Admitted(var subscription) -> subscription;
            case Admission.NoneFree() ->
                throw refused(
                        HttpStatus.SERVICE_UNAVAILABLE, "no-stream-free", "No more clients can listen at the moment.");
            case Admission.TooManyOfOne() ->
                throw refused(
                        HttpStatus.TOO_MANY_REQUESTS, "too-many-streams", "This caller listens too often already.");
        };
    }

    private static ProblemException refused(HttpStatus status, String code, String detail) {
        return new ProblemException(status, code, detail).retryAfter(TRY_AGAIN_AFTER);
    }
}
