package epro.lane;

import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * A signed statement of how far a service's chains had grown. All digests, the key and the signature are lower-case hex.
 *
 * @param epoch from 1; a restore from backup opens the next
 * @param number from 1, without gaps within an epoch
 * @param previousRoot the root of the checkpoint before it; empty for the very first
 * @param root Merkle root over the heads, sorted by lane
 * @param keyFingerprint SHA-256 of the public key
 * @param publicKey X.509 encoding; to be believed only if its fingerprint is the pinned one
 */
public record Checkpoint(
        String service,
        int epoch,
        long number,
        String previousRoot,
        String root,
        List<ChainHead> heads,
        Instant signedAt,
        String keyFingerprint,
        String publicKey,
        String signature) {

    public Checkpoint {
        heads = List.copyOf(heads);
    }

    /** The Merkle root over the heads, whatever their order; a leaf is a head's lane, sequence and hash. */
    public static String rootOf(List<ChainHead> heads) {
        List<byte[]> leaves = heads.stream()
                .sorted(Comparator.comparing(ChainHead::lane))
                .map(Checkpoint::leaf)
                .toList();
        return HexFormat.of().formatHex(MerkleTree.root(leaves));
    }

    /** What is signed; the heads are in it through the root. */
    byte[] signedBytes() {
        return new Canonical("epro.checkpoint.v1")
                .text(service)
                .number(epoch)
                .number(number)
                .text(previousRoot)
                .text(root)
                .time(signedAt)
                .text(keyFingerprint)
                .toBytes();
    }

    Checkpoint signed(String hex) {
        return new Checkpoint(
                service, epoch, number, previousRoot, root, heads, signedAt, keyFingerprint, publicKey, hex);
    }

    Checkpoint at(Instant time) {
        return new Checkpoint(
                service, epoch, number, previousRoot, root, heads, time, keyFingerprint, publicKey, signature);
    }

    private static byte[] leaf(ChainHead head) {
        return new Canonical("epro.chain-head.v1")
                .text(head.lane())
                .number(head.sequence())
                .text(head.hash())
                .toBytes();
    }
}
