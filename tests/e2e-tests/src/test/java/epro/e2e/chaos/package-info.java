/** Faults at random times, judged by the clients' own ledger. */
@NullMarked
package epro.e2e.chaos;

import org.jspecify.annotations.NullMarked;
