package epro.notification.inbox;

import epro.notification.alert.AlertIdentity;
import epro.support.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Where a list goes on: behind this alert, in the order of the list. */
record Cursor(Instant createdAt, UUID alertId) {

    static Cursor behind(AlertIdentity last) {
        return new Cursor(last.createdAt(), last.alertId());
    }

    static Cursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
            if (parts.length == 2) {
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw invalid();
        }
        throw invalid();
    }

    String text() {
        byte[] plain = (createdAt + " " + alertId).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    private static ProblemException invalid() {
        return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-cursor", "The cursor is none that a list gave.");
    }
}
