/** Reads answers for harm: what was seen where, without asking anything but the answers and their form. Pure. */
@NullMarked
package epro.processing.harm;

import org.jspecify.annotations.NullMarked;
