package epro.nmpa.trial;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A status of a trial, and since when the register said so. */
record Episode(String status, @Nullable Instant since) {}
