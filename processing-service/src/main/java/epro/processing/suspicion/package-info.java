/** From findings to suspected adverse events: compared with what was known, given revisions, kept, announced. */
@NullMarked
package epro.processing.suspicion;

import org.jspecify.annotations.NullMarked;
