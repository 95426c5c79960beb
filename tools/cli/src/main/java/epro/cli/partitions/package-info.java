/** {@code ./epro partitions}: gives the topics more partitions when everything sent so far has been processed. */
@NullMarked
package epro.cli.partitions;

import org.jspecify.annotations.NullMarked;
