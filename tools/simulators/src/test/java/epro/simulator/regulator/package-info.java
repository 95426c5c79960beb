/** Holds the simulated regulator to its contract and its counts. */
@NullMarked
package epro.simulator.regulator;

import org.jspecify.annotations.NullMarked;
