/** Compares the clients' ledger with topics and database after a chaos run, by its own reading of both. */
@NullMarked
package epro.cli.chaos.judge;

import org.jspecify.annotations.NullMarked;
