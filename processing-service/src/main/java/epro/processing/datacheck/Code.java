package epro.processing.datacheck;

import java.util.Locale;

/** What a data check can find. */
enum Code {
    /** A setting of the database makes it forget what it has confirmed. */
    UNSAFE_SETTING,
    /** The pipeline has not come to the end offset in time. */
    LAGGING,
    /** The log ends before the offset that its lane has come to: records that were processed are gone from it. */
    LOG_SHORTER_THAN_LANE,
    /** Offsets that no audit entry accounts for. */
    OFFSET_WITHOUT_ENTRY,
    /** An offset that more than one audit entry accounts for. */
    OFFSET_WITH_SEVERAL_ENTRIES,
    /** Offsets that the log had lost when they were to be processed. */
    GAP,
    /** An audit entry whose row is not there. */
    ENTRY_WITHOUT_ROW,
    /** A row that no audit entry accounts for. */
    ROW_WITHOUT_ENTRY,
    /** A row that is not what the audit entry says was stored. */
    ROW_ALTERED,
    /** An entry calls a record a repetition of a submission whose content is another. */
    DUPLICATE_DIFFERS,
    /** An audit chain does not hold. */
    CHAIN_BROKEN,
    /** An audit chain is not the one that a checkpoint was signed over. */
    CHAIN_DIFFERS,
    /** A checkpoint is missing in the database, on the topic, or in its row of numbers. */
    CHECKPOINT_MISSING,
    /** A checkpoint on the topic is not the one in the database. */
    CHECKPOINT_DIFFERS,
    /** A checkpoint's key, signature, root or citation does not hold. */
    CHECKPOINT_INVALID,
    /** A revision of a suspected adverse event is not on the topic. */
    EVENT_MISSING,
    /** The topic has a revision of a suspected adverse event that the database does not know. */
    EVENT_WITHOUT_ROW,
    /** A suspected adverse event has no alert, or its alert stands at an earlier revision. */
    ALERT_MISSING,
    /** An alert without a suspected adverse event. */
    ALERT_WITHOUT_EVENT,
    /** An alert that reached nobody, and no reason is recorded. */
    ALERT_UNDELIVERED,
    /** Events of a lane were not published in time. */
    UNPUBLISHED;

    /** The stable word, such as {@code row-altered}. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
