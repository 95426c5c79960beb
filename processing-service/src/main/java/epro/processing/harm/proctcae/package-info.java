/** PRO-CTCAE: which items ask for which attribute of which symptom, and what grade the answers give together. */
@NullMarked
package epro.processing.harm.proctcae;

import org.jspecify.annotations.NullMarked;
