/** Tests of publishing forms. */
@NullMarked
package epro.processing.form.publication;

import org.jspecify.annotations.NullMarked;
