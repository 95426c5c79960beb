/** Mints bearer tokens that the running stack accepts. */
@NullMarked
package epro.cli.token;

import org.jspecify.annotations.NullMarked;
