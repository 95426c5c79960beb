package epro.processing.datacheck;

/** Whether the receipts of a partition account for every offset exactly once. */
final class Coverage {

    private final LaneRow lane;
    private final Progress progress;
    private long next;

    Coverage(LaneRow lane, Progress progress) {
        this.lane = lane;
        this.progress = progress;
    }

    /** The next receipt, in the order of offsets. */
    void accept(Receipt receipt) {
        if (receipt.offset() < next) {
            progress.found(Code.OFFSET_WITH_SEVERAL_ENTRIES, lane.place(receipt.offset()), "also " + receipt.action());
        } else {
            reach(receipt.offset());
        }
        if (receipt.isGap()) {
            String detail = "lost before it was processed, up to " + (receipt.end() - 1);
            progress.found(Code.GAP, lane.place(receipt.offset()), detail);
        }
        next = Math.max(next, receipt.end());
    }

    /** Everything before this offset must be accounted for. */
    void reach(long offset) {
        if (next < offset) {
            progress.found(Code.OFFSET_WITHOUT_ENTRY, lane.place(next), "up to " + (offset - 1));
            next = offset;
        }
    }
}
