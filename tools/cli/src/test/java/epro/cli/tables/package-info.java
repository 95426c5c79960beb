/** Tables in documents. */
@NullMarked
package epro.cli.tables;

import org.jspecify.annotations.NullMarked;
