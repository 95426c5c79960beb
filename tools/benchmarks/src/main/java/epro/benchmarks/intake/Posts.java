package epro.benchmarks.intake;

import epro.benchmarks.intake.plain.PlainIntake;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Submissions of 2,000 patients as requests, about a kilobyte each, no two with the same id; ready to be written to a connection. The plain
 * ways get the same, and ours the header that only they read. Thread-safe.
 */
final class Posts {
    static final int PATIENTS = 2_000;
    static final String STUDY = "BENCH";
    static final String SITE = "SITE-1";

    private static final String BODY = """
            {"submissionId":"<run>-<number>","studyId":"<study>","siteId":"<site>","patientId":"<patient>","formId":"diary","formVersion":"1.0",\
            "startedAt":"2026-11-01T08:00:00+08:00","completedAt":"2026-11-01T08:04:31+08:00","language":"en",\
            "client":{"app":"diary","version":"3.4.1","os":"Android 15"},"answers":{"pain":<pain>,"fatigue":2,"nausea":"1",\
            "sleep":{"value":6.5,"unit":"h"},"appetite":{"system":"urn:bench","code":"some","display":"Some of it"},\
            "walked":true,"temperature":36.8,"weight":71.4,"mood":3,"worry":1,"itching":0,"rash":false,\
            "medication":[{"name":"paracetamol","dose":"500 mg","taken":true},{"name":"ondansetron","dose":"4 mg","taken":false}],\
            "note":"Slept badly again, woke up at three and could not go back to sleep before five. Breakfast was fine, half of\
             the lunch, no supper. Walked to the market and back, slowly, with one rest on the way. The new tablets taste of metal\
             but are easier to swallow than the old ones were. Nothing else that I would call new since the visit last week."}}""";

    private final String head;
    private final String body;
    private final List<String> patients;
    private final AtomicLong made = new AtomicLong();

    /** @param run names this measurement in every id */
    Posts(String path, String token, String run) {
        this(path, token, run, PATIENTS);
    }

    /** @param patients how many, from P-0000 on */
    Posts(String path, String token, String run, int patients) {
        this.head =
                "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
                        .formatted(path, token);
        this.body = BODY.replace("<run>", run).replace("<study>", STUDY).replace("<site>", SITE);
        this.patients =
                IntStream.range(0, patients).mapToObj("P-%04d"::formatted).toList();
    }

    /** The next one. */
    byte[] next() {
        long number = made.getAndIncrement();
        String patient = patients.get((int) (number * 7919 % patients.size()));
        byte[] said = body.replace("<number>", Long.toString(number))
                .replace("<patient>", patient)
                .replace("<pain>", Long.toString(number % 11))
                .getBytes(StandardCharsets.UTF_8);
        String before = head + PlainIntake.KEY + ": " + patient + "\r\nContent-Length: " + said.length + "\r\n\r\n";
        byte[] start = before.getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[start.length + said.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(said, 0, request, start.length, said.length);
        return request;
    }
}
