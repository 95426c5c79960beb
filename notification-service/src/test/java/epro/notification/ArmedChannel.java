package epro.notification;

import epro.notification.contact.Contact;
import epro.notification.delivery.Channel;
import epro.notification.delivery.Notice;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A channel that reaches nobody until it is armed for a contact; then it fails within the transaction, as a crash would. */
public final class ArmedChannel implements Channel {
    private static final AtomicReference<String> TARGET = new AtomicReference<>("");

    public static void arm(String contactId) {
        TARGET.set(contactId);
    }

    public static void disarm() {
        TARGET.set("");
    }

    @Override
    public String name() {
        return "armed";
    }

    @Override
    public Optional<String> addressOf(Contact contact) {
        return TARGET.get().equals(contact.contactId()) ? Optional.of("") : Optional.empty();
    }

    @Override
    public boolean isWithinTransaction() {
        return true;
    }

    @Override
    public Outcome deliver(Notice notice) {
        throw new IllegalStateException("the power is out");
    }
}
