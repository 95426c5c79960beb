/** {@code ./epro chaos}: faults at random times under load, then a judgement by books that the system does not keep. */
@NullMarked
package epro.cli.chaos;

import org.jspecify.annotations.NullMarked;
