/** Publishing forms, reading them, and keeping them all at hand for the pipeline. */
@NullMarked
package epro.processing.form.publication;

import org.jspecify.annotations.NullMarked;
