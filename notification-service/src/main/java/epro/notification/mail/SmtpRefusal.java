package epro.notification.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/**
 * Tells a mail server's final no about this recipient from all that may pass: a quota, a block, a policy (5.7.x) or a refused
 * sender is ours to mend, and says nothing about whoever was to be told.
 */
final class SmtpRefusal {
    private static final Set<Integer> NO_SUCH_BOX = Set.of(550, 551, 553);
    private static final String POLICY = " 5.7.";

    private SmtpRefusal() {}

    static boolean isFinal(Throwable failure) {
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        Set<Throwable> known = new HashSet<>();
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (known.add(next)) {
                if (isNoSuchBox(next)) {
                    return true;
                }
                open.addAll(behind(next));
            }
        }
        return false;
    }

    private static boolean isNoSuchBox(Throwable failure) {
        return failure instanceof SMTPAddressFailedException address
                && NO_SUCH_BOX.contains(address.getReturnCode())
                && !String.valueOf(address.getMessage()).contains(POLICY);
    }

    private static Collection<Throwable> behind(Throwable failure) {
        Stream<@Nullable Throwable> further = Stream.of(failure.getCause());
        if (failure instanceof MailSendException sending) {
            further = Stream.concat(further, Stream.of(sending.getMessageExceptions()));
        }
        if (failure instanceof MessagingException chained) {
            further = Stream.concat(further, Stream.of(chained.getNextException()));
        }
        return further.filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }
}
