/** How far the years reach that are made for tables which are kept in one partition a year. */
@NullMarked
package epro.processing.tables;

import org.jspecify.annotations.NullMarked;
