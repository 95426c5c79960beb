/** Questionnaires in files. */
@NullMarked
package epro.cli.forms;

import org.jspecify.annotations.NullMarked;
