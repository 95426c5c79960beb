/** JSON as patients' apps send it: read strictly, numbers kept to the letter, written canonically, mapped to Avro answers. */
@NullMarked
package epro.schemas.json;

import org.jspecify.annotations.NullMarked;
