/** What other modules' tests lean on, tested itself. */
@NullMarked
package epro.testing;

import org.jspecify.annotations.NullMarked;
