package epro.stack;

import java.util.Locale;

/** Who may log in to the stack's database. */
public enum DatabaseRole {
    /** Owns the cluster; nothing of ours runs as it. */
    POSTGRES,
    /** Owns processing's schema and migrates it. */
    PROCESSING_OWNER,
    /** What processing runs as. */
    PROCESSING_APP,
    /** Owns notification's schema and migrates it. */
    NOTIFICATION_OWNER,
    /** What notification runs as. */
    NOTIFICATION_APP,
    /** Owns nmpa-sync's schema and migrates it. */
    NMPA_OWNER,
    /** What nmpa-sync runs as. */
    NMPA_APP,
    /** Sees everything, changes nothing. */
    EPRO_READER;

    /** Where unqualified names of tables are looked for. */
    String searchPath() {
        return switch (this) {
            case POSTGRES, PROCESSING_OWNER, PROCESSING_APP -> "processing";
            case NOTIFICATION_OWNER, NOTIFICATION_APP -> "notification";
            case NMPA_OWNER, NMPA_APP -> "nmpa";
            case EPRO_READER -> "processing,notification,nmpa";
        };
    }

    /** The role's name in the database. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
