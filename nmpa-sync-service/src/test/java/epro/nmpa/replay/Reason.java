package epro.nmpa.replay;

/** How a line of the changes, or a trial of a snapshot, stands to what the service tells and stores. */
enum Reason {
    /** The line and the event say the same. */
    AS_THE_LINE_SAYS,
    /** An event without a line: the first snapshot has nothing before it. It is held against the snapshot itself. */
    FIRST_SNAPSHOT,
    /** Neither a line nor an event: nothing was said of the trial yet. */
    BLANK,
    /** The line has an empty text before; the event has nothing there. */
    FIRST_WORD_AFTER_BLANK,
    /** A line without an event: a trial that is gone keeps its status. */
    VANISHED,
    /** A line without an event: it came back with the status that it went with. */
    RETURNED_AS_IT_WAS,
    /** The line knows of none before; the event has the status that the trial went with. */
    RETURNED_OTHERWISE
}
