/** The codec against a registry of our own, healthy, away and hanging. */
@NullMarked
package epro.schemas.codec;

import org.jspecify.annotations.NullMarked;
