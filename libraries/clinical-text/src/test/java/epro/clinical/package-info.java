/** Tests of the detectors, against sentences written before them. */
@NullMarked
package epro.clinical;

import org.jspecify.annotations.NullMarked;
