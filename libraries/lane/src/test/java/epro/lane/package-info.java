/** Tests of the lane against a real PostgreSQL. */
@NullMarked
package epro.lane;

import org.jspecify.annotations.NullMarked;
