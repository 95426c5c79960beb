/** A simulated register of clinical trials that holds its callers to its quota by counts of its own. */
@NullMarked
package epro.simulator.regulator;

import org.jspecify.annotations.NullMarked;
