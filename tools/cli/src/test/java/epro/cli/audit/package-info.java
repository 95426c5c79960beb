/** Tests of {@code ./epro audit}. */
@NullMarked
package epro.cli.audit;

import org.jspecify.annotations.NullMarked;
