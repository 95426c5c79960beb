/** Reading what is sent to be published or tried. */
@NullMarked
package epro.processing.body;

import org.jspecify.annotations.NullMarked;
