package epro.processing.form;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A code of a value set.
 *
 * @param weight its {@code ordinalValue}, if it has one
 */
record Concept(
        Coding coding, @Nullable String display, @Nullable BigDecimal weight) {}
