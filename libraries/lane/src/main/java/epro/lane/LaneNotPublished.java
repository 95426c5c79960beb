package epro.lane;

/** An event of a lane was not acknowledged; it and all after it are still to be published. */
public final class LaneNotPublished extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LaneNotPublished(String lane, long sequence, Throwable cause) {
        super("Event %d of lane %s was not acknowledged, it stays to be sent again".formatted(sequence, lane), cause);
    }
}
