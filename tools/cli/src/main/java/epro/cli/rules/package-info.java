/** How well the red-flag rules judge sentences whose meaning is known. */
@NullMarked
package epro.cli.rules;

import org.jspecify.annotations.NullMarked;
