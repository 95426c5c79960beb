/** The alert plans of studies: published once under a version, the last one in force. */
@NullMarked
package epro.processing.plan;

import org.jspecify.annotations.NullMarked;
