package epro.intake.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The bytes of a body as they are sent. It refuses to go on beyond its bounds, also within whoever unpacks it. */
final class BodyStream extends FilterInputStream {
    private final BodyBounds bounds;
    private final Runnable beforeEach;
    private long taken;
    private long waitedNanos;
    private boolean ended;
    private @Nullable IOException failure;

    /** @param beforeEach asked before it waits for more, to fail where no more is to be waited for */
    BodyStream(InputStream sent, BodyBounds bounds, Runnable beforeEach) {
        super(sent);
        this.bounds = bounds;
        this.beforeEach = beforeEach;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        beforeEach.run();
        int count = readInTime(into, offset, length);
        ended = count < 0;
        taken += Math.max(0, count);
        if (taken > bounds.bytesMax()) {
            throw bounds.tooLarge();
        }
        return count;
    }

    /** Only what the sender takes counts, not what is done with the bytes in between. */
    private int readInTime(byte[] into, int offset, int length) throws IOException {
        long begun = System.nanoTime();
        try {
            int count = super.read(into, offset, length);
            waitedNanos += System.nanoTime() - begun;
            if (waitedNanos > bounds.timeMax().toNanos()) {
                throw bounds.tooSlow();
            }
            return count;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Fails as reading has failed, if whoever unpacks has kept quiet about it, and where more was sent than was unpacked. */
    void requireEnd() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (!ended) {
            throw new ZipException("something else stands behind what gzip made");
        }
    }

    /** Something, until the end was seen: who unpacks asks, and would take a pause for the end. */
    @Override
    public int available() {
        return ended ? 0 : 1;
    }
}
