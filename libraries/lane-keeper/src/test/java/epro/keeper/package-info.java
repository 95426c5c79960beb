/** Tests of the signing of checkpoints. */
@NullMarked
package epro.keeper;

import org.jspecify.annotations.NullMarked;
