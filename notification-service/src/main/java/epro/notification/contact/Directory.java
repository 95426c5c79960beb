package epro.notification.contact;

import java.util.List;

/** Who the contacts around some sites are, as they stood when it was asked for. */
public final class Directory {
    private final List<Contact> active;

    Directory(List<Contact> active) {
        this.active = List.copyOf(active);
    }

    /** The nearest of this role, or of the next above it; never empty. */
    public List<Contact> of(Place place, ContactRole role) {
        return around(place).to(role);
    }

    /** All who could be told, the nearest first. */
    public List<Contact> everyone(Place place) {
        return around(place).everyone();
    }

    private Routing around(Place place) {
        return new Routing(active, place.studyId(), place.siteId());
    }
}
