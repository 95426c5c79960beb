/** Sync runs: one pass over the trials at the regulator, resumed wherever it was left. */
@NullMarked
package epro.nmpa.run;

import org.jspecify.annotations.NullMarked;
