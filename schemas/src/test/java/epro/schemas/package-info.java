/** What the contract promises, tried. */
@NullMarked
package epro.schemas;

import org.jspecify.annotations.NullMarked;
