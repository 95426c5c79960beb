/** The audit trail as files: written once, verified anywhere. */
@NullMarked
package epro.cli.audit.export;

import org.jspecify.annotations.NullMarked;
