/** Pure reading: bytes become an evaluated submission, or the reason why they could not; no database, no broker. */
@NullMarked
package epro.processing.reading;

import org.jspecify.annotations.NullMarked;
