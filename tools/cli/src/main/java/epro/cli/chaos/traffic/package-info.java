/** What clients send in a chaos run, and their ledger of it, which no part of the system can touch. */
@NullMarked
package epro.cli.chaos.traffic;

import org.jspecify.annotations.NullMarked;
