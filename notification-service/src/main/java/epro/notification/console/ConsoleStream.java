package epro.notification.console;

import epro.notification.stream.AlertStream;
import epro.support.security.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The stream of changes for open pages; like their session, it ends with the token at the latest. */
@Controller
class ConsoleStream {
    private final AlertStream alerts;
    private final InstantSource clock;

    ConsoleStream(AlertStream alerts, InstantSource clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @GetMapping("/console/events")
    void events(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId,
            Caller caller,
            JwtAuthenticationToken session,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        alerts.send(caller, lastEventId, longest(session.getToken().getExpiresAt()), response);
    }

    private Duration longest(@Nullable Instant tokenEnd) {
        Duration left = tokenEnd == null ? Duration.ZERO : Duration.between(clock.instant(), tokenEnd);
        return left.compareTo(AlertStream.LONGEST) < 0 ? left : AlertStream.LONGEST;
    }
}
