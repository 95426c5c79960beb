/** The clients of docs/clients against the running pipeline, over a bad network. */
@NullMarked
package epro.e2e.clients;

import org.jspecify.annotations.NullMarked;
