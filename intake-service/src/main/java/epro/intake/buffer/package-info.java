/** What is on its way to the log and not acknowledged yet: bounded, counted, promised to nobody; and what was acknowledged lately. */
@NullMarked
package epro.intake.buffer;

import org.jspecify.annotations.NullMarked;
