/** {@code ./epro regulator}: a simulated register of trials in the foreground. */
@NullMarked
package epro.cli.regulator;

import org.jspecify.annotations.NullMarked;
