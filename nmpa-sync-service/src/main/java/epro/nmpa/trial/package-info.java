/** The trials whose statuses are kept: taking them in, changing and reading them. */
@NullMarked
package epro.nmpa.trial;

import org.jspecify.annotations.NullMarked;
