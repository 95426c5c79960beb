package epro.schemas;

import epro.schemas.event.SubmissionReceived;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Lets Avro instantiate our generated classes, in addition to what it trusts anyway. Avro refuses classes whose package was not
 * named to it; done here, no process of ours depends on a flag of its JVM.
 */
public final class TrustedEvents {

    private static final String PACKAGE = SubmissionReceived.class.getPackageName();

    static {
        ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
        ClassSecurityValidator.setGlobal(type -> type.getPackageName().equals(PACKAGE) || before.isTrusted(type));
    }

    private TrustedEvents() {}

    /** Does its work once, however often it is called. */
    public static void trust() {}
}
