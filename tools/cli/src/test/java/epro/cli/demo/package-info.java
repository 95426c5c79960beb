/** The demo's script, its courier and its books, without a stack. */
@NullMarked
package epro.cli.demo;

import org.jspecify.annotations.NullMarked;
