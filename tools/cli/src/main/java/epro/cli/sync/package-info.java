/** {@code ./epro sync}: has nmpa-sync ask the regulator for trials' statuses and shows how far it is. */
@NullMarked
package epro.cli.sync;

import org.jspecify.annotations.NullMarked;
