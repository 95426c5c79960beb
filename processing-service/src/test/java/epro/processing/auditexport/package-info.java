/** Tests of noting exports of the audit trail. */
@NullMarked
package epro.processing.auditexport;

import org.jspecify.annotations.NullMarked;
