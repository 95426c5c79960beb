/** The whole system on one machine: broker, registry, PostgreSQL and the services, each a process of its own. */
@NullMarked
package epro.stack;

import org.jspecify.annotations.NullMarked;
