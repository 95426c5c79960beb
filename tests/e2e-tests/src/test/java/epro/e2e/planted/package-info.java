/** Bugs that are put into copies of the services on purpose, each of which the judge of the chaos runs has to find. */
@NullMarked
package epro.e2e.planted;

import org.jspecify.annotations.NullMarked;
