/** Tests of the PRO-CTCAE tables and items. */
@NullMarked
package epro.processing.harm.proctcae;

import org.jspecify.annotations.NullMarked;
