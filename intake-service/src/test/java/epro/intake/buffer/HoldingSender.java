package epro.intake.buffer;

import epro.schemas.Keys;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** In place of a broker: it acknowledges soon, on another thread, but holds what is some patients' until they are let go. */
public final class HoldingSender implements SubmissionSender {
    private static final String STUDY = "S1";

    private final Set<UUID> patients = new HashSet<>();
    private final Queue<Consumer<Delivery>> held = new ArrayDeque<>();

    public synchronized void hold(String patient) {
        patients.add(Keys.patientKey(STUDY, patient));
    }

    public synchronized int held() {
        return held.size();
    }

    public synchronized void letGo() {
        patients.clear();
        held.forEach(HoldingSender::acknowledgeSoon);
        held.clear();
    }

    @Override
    public synchronized void send(EncodedSubmission submission, Consumer<Delivery> callback) {
        if (patients.contains(submission.patientKey())) {
            held.add(callback);
        } else {
            acknowledgeSoon(callback);
        }
    }

    private static void acknowledgeSoon(Consumer<Delivery> callback) {
        var _ = CompletableFuture.runAsync(() -> callback.accept(HeldSender.ACKNOWLEDGED));
    }
}
