/** A lively hour of made-up patients in a minute, and books that show where each of their submissions went. */
@NullMarked
package epro.cli.demo;

import org.jspecify.annotations.NullMarked;
