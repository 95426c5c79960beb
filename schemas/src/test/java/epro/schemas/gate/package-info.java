/** Guards every schema against changes that would break a released reader or writer. */
@NullMarked
package epro.schemas.gate;

import org.jspecify.annotations.NullMarked;
