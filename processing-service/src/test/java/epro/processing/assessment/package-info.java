/** Tests of asking the model. */
@NullMarked
package epro.processing.assessment;

import org.jspecify.annotations.NullMarked;
