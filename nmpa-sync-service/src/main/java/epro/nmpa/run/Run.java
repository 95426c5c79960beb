package epro.nmpa.run;

import java.time.Instant;
import java.util.UUID;

/** A run as it stands. */
record Run(UUID runId, Instant startedAt, RunLife life) {}
