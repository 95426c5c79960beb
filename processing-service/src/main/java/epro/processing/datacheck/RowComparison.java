package epro.processing.datacheck;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every receipt has its row, every row its receipt, and each row is what its receipt says. */
final class RowComparison {

    private static final String CONTENTS =
            "SELECT submission_key, content_hash FROM submission WHERE submission_key = ANY (?)";

    private final Connection connection;
    private final OffsetRange range;
    private final Progress progress;
    private final Map<Long, Receipt> unmatched = new HashMap<>();

    RowComparison(Connection connection, OffsetRange range, Progress progress) {
        this.connection = connection;
        this.range = range;
        this.progress = progress;
    }

    void compare(List<Receipt> receipts) throws SQLException {
        receipts.stream()
                .filter(receipt -> receipt.table().isPresent())
                .forEach(receipt -> unmatched.put(receipt.offset(), receipt));
        for (ProvenTable table : ProvenTable.ALL) {
            compareRows(table);
        }
        unmatched
                .values()
                .forEach(receipt -> progress.found(
                        Code.ENTRY_WITHOUT_ROW,
                        named(receipt.entity(), receipt.offset()),
                        receipt.action() + " at " + place(receipt.offset())));
        compareSubmissions(receipts);
        receipts.stream()
                .filter(receipt -> !receipt.isGap() && !unmatched.containsKey(receipt.offset()))
                .forEach(receipt -> progress.compared(receipt.counted(), 1));
    }

    private void compareRows(ProvenTable table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(table.inRange())) {
            range.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    compareRow(table, row);
                }
            }
        }
    }

    private void compareRow(ProvenTable table, ResultSet row) throws SQLException {
        long offset = row.getLong(ProvenTable.OFFSET);
        String subject = row.getString(ProvenTable.SUBJECT);
        Optional<Receipt> receipt =
                Optional.ofNullable(unmatched.get(offset)).filter(found -> accountsFor(found, table, subject));
        if (receipt.isEmpty()) {
            progress.found(Code.ROW_WITHOUT_ENTRY, named(subject, offset), table.name() + " at " + place(offset));
            return;
        }
        unmatched.remove(offset);
        String recomputed = table.stored().read(row, 1).hash();
        if (!recomputed.equals(row.getString("row_hash"))
                || !recomputed.equals(receipt.get().rowHash())) {
            progress.found(Code.ROW_ALTERED, named(subject, offset), table.name() + " at " + place(offset));
        }
    }

    private static boolean accountsFor(Receipt receipt, ProvenTable table, String subject) {
        return receipt.table().equals(Optional.of(table)) && receipt.entity().equals(subject);
    }

    private void compareSubmissions(List<Receipt> receipts) throws SQLException {
        Map<UUID, List<Receipt>> claimed = receipts.stream()
                .filter(receipt -> receipt.submissionKey().isPresent())
                .collect(
                        Collectors.groupingBy(receipt -> receipt.submissionKey().orElseThrow()));
        Map<UUID, String> contents = contents(claimed.keySet());
        claimed.forEach((key, group) -> {
            @Nullable String content = contents.get(key);
            Receipt first = group.getFirst();
            if (content == null) {
                progress.found(Code.ENTRY_WITHOUT_ROW, first.entity(), "no submission for " + place(first.offset()));
                return;
            }
            group.stream()
                    .filter(receipt ->
                            receipt.isDuplicate() && !receipt.contentHash().equals(content))
                    .forEach(receipt ->
                            progress.found(Code.DUPLICATE_DIFFERS, receipt.entity(), place(receipt.offset())));
        });
    }

    private Map<UUID, String> contents(Set<UUID> keys) throws SQLException {
        Map<UUID, String> contents = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(CONTENTS)) {
            select.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    contents.put(row.getObject(1, UUID.class), row.getString(2));
                }
            }
        }
        return contents;
    }

    /** A submission by its key; what could not be read by its place, with the topic's name in the place of its id. */
    private String named(String entity, long offset) {
        return entity.contains("/") ? place(offset) : entity;
    }

    private String place(long offset) {
        return range.lane().place(offset);
    }
}
