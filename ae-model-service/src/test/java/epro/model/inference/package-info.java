/** Tests of the protocol. */
@NullMarked
package epro.model.inference;

import org.jspecify.annotations.NullMarked;
