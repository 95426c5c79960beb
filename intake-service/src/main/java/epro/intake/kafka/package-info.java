/** The log: how a submission becomes a record, how it is sent, and whether sending is possible yet. */
@NullMarked
package epro.intake.kafka;

import org.jspecify.annotations.NullMarked;
