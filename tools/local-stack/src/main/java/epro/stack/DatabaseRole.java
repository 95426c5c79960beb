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
    /** Sees everything, changes nothing. */
    EPRO_READER;

    /** The role's name in the database. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
