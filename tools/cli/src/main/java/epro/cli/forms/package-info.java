/** Publishes questionnaires at the processing service. */
@NullMarked
package epro.cli.forms;

import org.jspecify.annotations.NullMarked;
