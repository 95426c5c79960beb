/** The model's reading of free texts: asked apart from the pipeline, decided in groups on a lane of its own. */
@NullMarked
package epro.processing.assessment;

import org.jspecify.annotations.NullMarked;
