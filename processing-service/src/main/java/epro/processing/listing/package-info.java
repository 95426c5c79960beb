/** What lists have in common: pages, cursors, and who may see what. */
@NullMarked
package epro.processing.listing;

import org.jspecify.annotations.NullMarked;
