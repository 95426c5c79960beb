package epro.cli.chaos.traffic;

import epro.cli.submission.Answer.Accepted;
import epro.cli.submission.Answer.Denied;
import epro.cli.submission.Answer.Refused;
import epro.cli.submission.Answer.Unknown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * All attempts of a run, a line of JSON each, on disk before the next is written. An attempt is entered when it begins and
 * again when it is answered: one without an answer counts as unknown. Thread-safe.
 */
public final class Ledger implements AutoCloseable {

    private final FileChannel file;
    private final List<Attempt> attempts = new ArrayList<>();

    public Ledger(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        this.file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
    }

    void begin(Message message, Instant at) {
        line(message, at, "SENDING", null);
    }

    synchronized void enter(Attempt attempt) {
        attempts.add(attempt);
        line(attempt.message(), attempt.answeredAt(), outcome(attempt), detail(attempt));
    }

    /** In the order in which they were answered. */
    public synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    private static String outcome(Attempt attempt) {
        return switch (attempt.answer()) {
            case Accepted _ -> "ACCEPTED";
            case Refused _ -> "REFUSED";
            case Unknown _ -> "UNKNOWN";
            case Denied _ -> "DENIED";
        };
    }

    private static String detail(Attempt attempt) {
        return switch (attempt.answer()) {
            case Accepted(var place, var _) -> place.partition() + ":" + place.offset();
            case Refused(String code, var _) -> code;
            case Unknown(String why) -> why;
            case Denied(int status, String code) -> status + " " + code;
        };
    }

    private synchronized void line(Message message, Instant at, String outcome, @Nullable String detail) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("submissionId", message.submissionId());
        line.put("contentHash", message.contentHash());
        line.put("at", at.toString());
        line.put("outcome", outcome);
        line.put("detail", detail);
        String text = JsonMapper.shared().writeValueAsString(line) + "\n";
        try {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger can't be written", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
