package epro.nmpa.run;

import epro.support.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Where a list of runs goes on: with those that started before this one. */
record RunCursor(Instant startedAt, UUID runId) {
    private static final UUID LAST = new UUID(-1, -1);
    private static final int SLACK_SECONDS = 3_600;

    static RunCursor beforeAll(Instant now) {
        return new RunCursor(now.plusSeconds(SLACK_SECONDS), LAST);
    }

    static RunCursor behind(Run last) {
        return new RunCursor(last.startedAt(), last.runId());
    }

    static RunCursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
            if (parts.length == 2) {
                return new RunCursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException | DateTimeException _) {
            throw invalid();
        }
        throw invalid();
    }

    String text() {
        byte[] plain = (startedAt + " " + runId).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    private static ProblemException invalid() {
        return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-cursor", "The cursor is none that a list gave.");
    }
}
