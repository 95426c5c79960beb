package epro.intake.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a body as they are sent. It refuses to go on beyond its bounds, also within whoever unpacks it. */
final class BodyStream extends FilterInputStream {
    private final BodyBounds bounds;
    private final Deadline deadline;
    private long taken;
    private boolean ended;

    BodyStream(InputStream sent, BodyBounds bounds) {
        super(sent);
        this.bounds = bounds;
        this.deadline = Deadline.in(bounds.timeMax());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        ended = count < 0;
        taken += Math.max(0, count);
        if (taken > bounds.bytesMax()) {
            throw bounds.tooLarge();
        }
        if (deadline.passed()) {
            throw bounds.tooSlow();
        }
        return count;
    }

    /** Something, until the end was seen: who unpacks asks, and would take a pause for the end. */
    @Override
    public int available() {
        return ended ? 0 : 1;
    }
}
