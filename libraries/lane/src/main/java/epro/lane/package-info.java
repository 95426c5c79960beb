/** A lane: one database row that its only writer locks, with its chain of audit entries and the events still to publish. */
@NullMarked
package epro.lane;

import org.jspecify.annotations.NullMarked;
