/** {@code ./epro audit}: proves the audit chains without trusting the service that wrote them. */
@NullMarked
package epro.cli.audit;

import org.jspecify.annotations.NullMarked;
