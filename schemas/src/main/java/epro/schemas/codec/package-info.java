/** Records as bytes in the schema registry's wire format, written without asking the registry and read without ever throwing. */
@NullMarked
package epro.schemas.codec;

import org.jspecify.annotations.NullMarked;
