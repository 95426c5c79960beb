/** What a service does for its lanes: appends to them, publishes them, and signs how far their chains have come. */
@NullMarked
package epro.keeper;

import org.jspecify.annotations.NullMarked;
