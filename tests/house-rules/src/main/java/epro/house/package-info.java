/** The guards over structure and style; each is shown to bite on a fixture that breaks it. */
@NullMarked
package epro.house;

import org.jspecify.annotations.NullMarked;
