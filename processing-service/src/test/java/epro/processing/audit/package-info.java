/** Tests of the signing of checkpoints. */
@NullMarked
package epro.processing.audit;

import org.jspecify.annotations.NullMarked;
