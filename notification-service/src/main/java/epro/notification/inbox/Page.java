package epro.notification.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor of the next part, null at the end
 */
record Page<T>(List<T> items, @Nullable String next) {}
