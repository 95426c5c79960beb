/** Real snapshots of registers, played through time, against what the service stores and tells of them. */
@NullMarked
package epro.nmpa.replay;

import org.jspecify.annotations.NullMarked;
