/** {@code ./epro bench}: measures what the project promises, and writes it down. */
@NullMarked
package epro.cli.bench;

import org.jspecify.annotations.NullMarked;
