package epro.cli.chaos.judge;

/**
 * What the database holds of a submission.
 *
 * @param creations audit entries STORED and REJECTED
 * @param rows CRF records and rejections
 * @param answers as they were received
 */
record Stored(
        String submissionKey,
        String submissionId,
        String contentHash,
        String state,
        long creations,
        long rows,
        String answers) {}
