/** Notes that the audit trail is exported, before its first byte is read. */
@NullMarked
package epro.processing.auditexport;

import org.jspecify.annotations.NullMarked;
