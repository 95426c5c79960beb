/** How often who may send. */
@NullMarked
package epro.intake.rate;

import org.jspecify.annotations.NullMarked;
