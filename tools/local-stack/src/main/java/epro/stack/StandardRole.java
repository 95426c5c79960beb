package epro.stack;

import java.util.List;
import java.util.Locale;

/** The roles for which a running stack has tokens ready. */
public enum StandardRole {
    SUBMIT("submissions:write:any"),
    CRC("crf:read", "alerts:acknowledge"),
    INVESTIGATOR("crf:read", "alerts:acknowledge", "alerts:assess"),
    DATA_MANAGER("crf:read", "crf:correct", "exports:read"),
    AUDITOR("crf:read", "audit:read", "exports:read"),
    OPS("forms:publish", "quarantine:read", "ops");

    private final String scopes;

    StandardRole(String... scopes) {
        this.scopes = String.join(" ", scopes);
    }

    public List<String> scopes() {
        return List.of(scopes.split(" ", -1));
    }

    String subject() {
        return "local-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
