/** Tests of replays. */
@NullMarked
package epro.processing.replay;

import org.jspecify.annotations.NullMarked;
