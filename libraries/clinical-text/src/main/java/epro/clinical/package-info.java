/** Finds symptoms in what patients write, in Chinese and English, and tells whether they have them. */
@NullMarked
package epro.clinical;

import org.jspecify.annotations.NullMarked;
