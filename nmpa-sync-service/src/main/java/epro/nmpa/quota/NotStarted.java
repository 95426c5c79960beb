package epro.nmpa.quota;

import java.io.IOException;

/** Nothing of a request was written: as far as the regulator can tell, it was never made. */
public final class NotStarted extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    NotStarted(Reason reason) {
        super("not started: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why not. */
    public enum Reason {
        /** All work has to wait; it may be tried again then. */
        PAUSED,
        /** Another replica may be at work. */
        NOT_LEADING,
        INTERRUPTED
    }
}
