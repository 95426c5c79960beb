/** The Open Inference Protocol v2 over HTTP, and the model behind it. */
@NullMarked
package epro.model.inference;

import org.jspecify.annotations.NullMarked;
