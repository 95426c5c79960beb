/** The tables in the documents that are written from recorded evidence, so that none is copied by hand. */
@NullMarked
package epro.cli.tables;

import org.jspecify.annotations.NullMarked;
