package epro.intake.request;

import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * What gzip packed, however many members it made of it. Other than its parent it tells an end from a failure behind a whole
 * member, and goes no deeper into members that hold nothing, for each of which its parent calls itself.
 */
final class UnpackedStream extends GZIPInputStream {
    private static final int EMPTY_MEMBERS_MAX = 64;

    private final BodyStream sent;
    private int depth;

    UnpackedStream(BodyStream sent) throws IOException {
        super(sent);
        this.sent = sent;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (depth > EMPTY_MEMBERS_MAX) {
            throw new ZipException("too many members without content");
        }
        depth++;
        try {
            int count = super.read(into, offset, length);
            if (count < 0) {
                sent.requireEnd();
            }
            return count;
        } finally {
            depth--;
        }
    }
}
