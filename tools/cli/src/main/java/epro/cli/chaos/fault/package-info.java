/** What is done to the system in a chaos run: each fault strikes, heals, and proves that it happened. */
@NullMarked
package epro.cli.chaos.fault;

import org.jspecify.annotations.NullMarked;
