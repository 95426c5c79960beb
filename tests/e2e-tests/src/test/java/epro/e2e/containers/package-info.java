/** The contract's bytes against a broker in a container, where an engine runs. */
@NullMarked
package epro.e2e.containers;

import org.jspecify.annotations.NullMarked;
