/** The whole as real processes: broker, registry, PostgreSQL, services, and what becomes of a submission when they fail. */
@NullMarked
package epro.e2e;

import org.jspecify.annotations.NullMarked;
