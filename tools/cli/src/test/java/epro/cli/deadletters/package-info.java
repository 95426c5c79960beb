/** Tests of {@code ./epro dead-letters}. */
@NullMarked
package epro.cli.deadletters;

import org.jspecify.annotations.NullMarked;
