package epro.notification.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where alerts are looked for.
 *
 * @param places null: everywhere
 */
record Reach(@Nullable List<Desk.Place> places) {
    static final Reach EVERYWHERE = new Reach(null);

    static Reach to(List<Desk.Place> places) {
        return new Reach(places);
    }
}
