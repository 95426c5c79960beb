/** What {@code ./epro bench} refuses and prints. */
@NullMarked
package epro.cli.bench;

import org.jspecify.annotations.NullMarked;
