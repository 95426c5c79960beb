import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Submissions in a folder until intake has answered 202. What is put in is on disk before it is first sent, and is sent under the
 * same id however often: {@code java Outbox.java FOLDER put FILE...}, then {@code java Outbox.java FOLDER}.
 */
public final class Outbox {

    /** Refused for ever. */
    private static final Set<Integer> FINAL = Set.of(400, 409, 413, 415, 422);

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final URI submissions;
    private final String token;
    private long last;

    public Outbox(Path folder, String intake, String token) {
        this.folder = folder;
        this.submissions = URI.create(intake + "/api/v1/submissions");
        this.token = token;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Outbox outbox = new Outbox(Path.of(args[0]), System.getenv("EPRO_INTAKE_URL"), System.getenv("EPRO_TOKEN_SUBMIT"));
        if (args.length == 1) {
            outbox.deliver();
            return;
        }
        for (String file : List.of(args).subList(2, args.length)) {
            System.out.println(outbox.put(Files.readString(Path.of(file))));
        }
    }

    /** Puts a submission in under an id of its own, which it returns; then it outlives the process. */
    public String put(String body) throws IOException {
        Files.createDirectories(folder);
        // Names sort in the order of putting in; the id is all of it.
        last = Math.max(last + 1, System.currentTimeMillis());
        String id = "%013d-%s".formatted(last, UUID.randomUUID());
        Path written = folder.resolve(id + ".new");
        try (FileChannel file = FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(body);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(written, folder.resolve(id + ".json"), StandardCopyOption.ATOMIC_MOVE);
        return id;
    }

    /** Sends all that is in it, oldest first, however long that takes. */
    public void deliver() throws IOException, InterruptedException {
        List<Path> waiting;
        try (Stream<Path> files = Files.list(folder)) {
            waiting = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        for (Path submission : waiting) {
            deliver(submission, submission.getFileName().toString().replaceFirst("\\.json$", ""));
        }
    }

    private void deliver(Path submission, String id) throws IOException, InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            HttpResponse<String> answer = send(submission, id);
            int status = answer == null ? 0 : answer.statusCode();
            if (status == 202) {
                System.out.println(id + " 202 " + answer.body());
                Files.delete(submission);
                return;
            }
            if (status == 401 || status == 403) {
                throw new IllegalStateException("another token is needed: " + answer.body());
            }
            if (FINAL.contains(status)) {
                System.err.println(id + " " + status + " " + answer.body());
                Files.writeString(folder.resolve(id + ".answer"), status + " " + answer.body());
                Files.move(submission, folder.resolve(id + ".refused"));
                return;
            }
            Thread.sleep(spread(asked(answer, pause)));
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** The answer; null if none came. */
    private HttpResponse<String> send(Path submission, String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(submissions)
                .timeout(ANSWERED_WITHIN)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id)
                .POST(BodyPublishers.ofFile(submission))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            System.err.println(id + " no answer: " + e);
            return null;
        }
    }

    /** What Retry-After says in seconds, within reason; else what was meant anyway. */
    private static Duration asked(HttpResponse<String> answer, Duration otherwise) {
        if (answer == null) {
            return otherwise;
        }
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[1-9][0-9]{0,2}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(otherwise);
    }

    private static Duration spread(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2 + 1));
    }
}
