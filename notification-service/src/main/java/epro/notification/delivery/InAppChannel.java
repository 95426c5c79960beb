package epro.notification.delivery;

import epro.notification.contact.Contact;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The inbox and its stream: the delivery's row is all there is to it, so it is delivered exactly once. */
@Component
class InAppChannel implements Channel {
    static final String NAME = "in-app";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> addressOf(Contact contact) {
        return Optional.of("");
    }

    @Override
    public boolean isWithinTransaction() {
        return true;
    }

    @Override
    public Outcome deliver(Notice notice) {
        return new Outcome.Delivered();
    }
}
