/** Strict, canonical and answer JSON, tried. */
@NullMarked
package epro.schemas.json;

import org.jspecify.annotations.NullMarked;
