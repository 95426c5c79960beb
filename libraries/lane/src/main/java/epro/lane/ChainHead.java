package epro.lane;

/**
 * How far a chain had grown.
 *
 * @param hash lower-case hex of the hash of the entry with that sequence
 */
public record ChainHead(String lane, long sequence, String hash) {}
