package epro.notification.delivery;

import epro.notification.contact.Contact;
import java.util.Optional;

/** A way to tell people. */
public interface Channel {

    /** As it stands in deliveries; never changed once used. */
    String name();

    /**
     * Where this contact is reached on this channel; empty if not at all.
     *
     * @return an address, which may be the empty text where a channel needs none
     */
    Optional<String> addressOf(Contact contact);

    /**
     * Whether {@link #deliver} only touches the database of this service. Then it is called within the transaction that makes
     * the delivery, and takes effect exactly once; else after it, and again until it has an end.
     */
    boolean isWithinTransaction();

    /** Tells one contact. To be called again with the same notice must be recognisable to who receives it twice. */
    Outcome deliver(Notice notice);

    /** What came of one attempt. */
    sealed interface Outcome {

        record Delivered() implements Outcome {}

        /**
         * It may work later.
         *
         * @param error a class of errors, never a text
         */
        record Retry(String error) implements Outcome {}

        /** It will never work for this contact. */
        record GivenUp(String error) implements Outcome {}
    }
}
