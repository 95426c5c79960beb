/** Tests of forms. */
@NullMarked
package epro.processing.form;

import org.jspecify.annotations.NullMarked;
