/** One question to the regulator, through the quota, and what its answer is worth. */
@NullMarked
package epro.nmpa.regulator;

import org.jspecify.annotations.NullMarked;
