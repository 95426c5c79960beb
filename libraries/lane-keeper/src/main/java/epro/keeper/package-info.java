/** What a service does for its lanes: appends to them, publishes them, signs how far their chains have come, and sees that they go on. */
@NullMarked
package epro.keeper;

import org.jspecify.annotations.NullMarked;
