/** Tests of the data check. */
@NullMarked
package epro.processing.datacheck;

import org.jspecify.annotations.NullMarked;
