/** The service that keeps trial statuses as the regulator has them. */
@NullMarked
package epro.nmpa;

import org.jspecify.annotations.NullMarked;
