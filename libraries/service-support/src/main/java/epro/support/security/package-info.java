/** Who is calling: bearer tokens checked against an issuer and its keys, and what the token's holder may do. */
@NullMarked
package epro.support.security;

import org.jspecify.annotations.NullMarked;
