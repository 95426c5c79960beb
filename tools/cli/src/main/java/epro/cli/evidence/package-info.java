/** What a command measured, written down with the machine, the commit and the time it was measured at. */
@NullMarked
package epro.cli.evidence;

import org.jspecify.annotations.NullMarked;
