/** The coordinator's console as a person meets it: in a browser, over the whole pipeline. */
@NullMarked
package epro.e2e.console;

import org.jspecify.annotations.NullMarked;
