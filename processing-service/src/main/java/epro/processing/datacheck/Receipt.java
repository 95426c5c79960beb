package epro.processing.datacheck;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an audit entry says became of the record at one offset.
 *
 * @param contentHash of what the client sent; empty where there is none
 */
record Receipt(long offset, String action, String entity, String contentHash, String detail) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The table in which its row must be; a duplicate and a gap have none. */
    Optional<ProvenTable> table() {
        return ProvenTable.of(action);
    }

    Counted counted() {
        return table().map(ProvenTable::counted).orElse(Counted.DUPLICATES);
    }

    boolean isDuplicate() {
        return action.equals("DUPLICATE");
    }

    boolean isGap() {
        return action.equals("GAP");
    }

    /** The first offset that it does not account for. */
    long end() {
        String to = member("to");
        return isGap() && to.matches("\\d{1,18}") ? Math.max(offset + 1, Long.parseLong(to)) : offset + 1;
    }

    String rowHash() {
        return member("rowHash");
    }

    /** The submission that must be known by this key; none if the record could not be read. */
    Optional<UUID> submissionKey() {
        boolean hasKey = !isGap() && !action.equals("QUARANTINED");
        try {
            return hasKey ? Optional.of(UUID.fromString(entity)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Empty where the detail does not say it; whether the detail is as it was written, the chain says. */
    private String member(String name) {
        try {
            JsonNode root = JSON.readTree(detail);
            return root.path(name).asString("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
