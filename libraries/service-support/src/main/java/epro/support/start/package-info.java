/** How a service starts: common defaults, the clock, and settings that refuse to be wrong. */
@NullMarked
package epro.support.start;

import org.jspecify.annotations.NullMarked;
