/** What the registers call a trial's status, and what it means. */
@NullMarked
package epro.nmpa.status;

import org.jspecify.annotations.NullMarked;
