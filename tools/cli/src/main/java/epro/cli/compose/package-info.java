/** Prepares what {@code docker compose} needs to run the system from images. */
@NullMarked
package epro.cli.compose;

import org.jspecify.annotations.NullMarked;
