/** From a patient's phone to the log: reads a submission, names it, and answers once the log has it. */
@NullMarked
package epro.intake;

import org.jspecify.annotations.NullMarked;
