package epro.lane;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 6962, section 2.1: a leaf is SHA-256(0x00, content), a node SHA-256(0x01, left, right), so that neither can
 * be taken for the other. Pairs are joined level by level; a node left over without a partner moves up as it is. No leaves:
 * SHA-256 of nothing.
 */
final class MerkleTree {

    private static final int LEAF = 0x00;
    private static final int NODE = 0x01;

    private MerkleTree() {}

    static byte[] root(List<byte[]> contents) {
        if (contents.isEmpty()) {
            return Canonical.sha256(new byte[0]);
        }
        List<byte[]> level =
                contents.stream().map(content -> hash(LEAF, content)).toList();
        while (level.size() > 1) {
            level = joined(level);
        }
        return level.getFirst();
    }

    private static List<byte[]> joined(List<byte[]> level) {
        List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i < level.size(); i += 2) {
            above.add(i + 1 < level.size() ? hash(NODE, level.get(i), level.get(i + 1)) : level.get(i));
        }
        return above;
    }

    private static byte[] hash(int kind, byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(kind);
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return Canonical.sha256(bytes.toByteArray());
    }
}
