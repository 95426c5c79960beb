package epro.simulator.regulator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A trial as the register has it.
 *
 * @param status the register's own words; may be empty
 * @param updatedOn null if the register does not say
 */
public record Trial(
        String registrationNumber,
        String status,
        String title,
        @Nullable LocalDate updatedOn) {}
