package epro.notification.stream;

import epro.support.security.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The stream of changes at the caller's sites. */
@RestController
class StreamController {
    private final AlertStream alerts;

    StreamController(AlertStream alerts) {
        this.alerts = alerts;
    }

    /** Without {@code Last-Event-ID} it begins now; with it, behind that event, however long ago it was. */
    @GetMapping("/api/v1/alerts/stream")
    void stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId,
            Caller caller,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        alerts.send(caller, lastEventId, AlertStream.LONGEST, response);
    }
}
