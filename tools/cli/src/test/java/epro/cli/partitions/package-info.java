/** Tests of {@code ./epro partitions}. */
@NullMarked
package epro.cli.partitions;

import org.jspecify.annotations.NullMarked;
