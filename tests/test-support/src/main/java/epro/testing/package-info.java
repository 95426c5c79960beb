/** The stack, data and conveniences that tests of several modules share. */
@NullMarked
package epro.testing;

import org.jspecify.annotations.NullMarked;
