/** Evidence is written whole, and recorded from a clean work tree only. */
@NullMarked
package epro.cli.evidence;

import org.jspecify.annotations.NullMarked;
