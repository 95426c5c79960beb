/** {@code ./epro dead-letters}: shows what could not be read, and sends it through the topic once more. */
@NullMarked
package epro.cli.deadletters;

import org.jspecify.annotations.NullMarked;
