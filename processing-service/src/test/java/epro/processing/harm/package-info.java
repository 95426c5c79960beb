/** Tests of reading for harm. */
@NullMarked
package epro.processing.harm;

import org.jspecify.annotations.NullMarked;
