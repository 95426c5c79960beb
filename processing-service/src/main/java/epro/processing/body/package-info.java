/** Reading what is sent to be published. */
@NullMarked
package epro.processing.body;

import org.jspecify.annotations.NullMarked;
