package epro.processing.storing;

import epro.processing.suspicion.SuspectedRevision;
import java.util.List;

/**
 * What became of one record.
 *
 * @param revisions of suspected adverse events that it has made, if any
 */
record SettledRecord(Settled settled, List<SuspectedRevision> revisions) {}
