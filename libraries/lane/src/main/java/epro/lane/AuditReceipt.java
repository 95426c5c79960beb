package epro.lane;

/**
 * The place that an audit entry has in its chain.
 *
 * @param hash lower-case hex
 */
public record AuditReceipt(String lane, long sequence, String hash) {}
