/** Tests of the evaluation of the red-flag rules. */
@NullMarked
package epro.cli.rules;

import org.jspecify.annotations.NullMarked;
