package epro.notification.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who of all active contacts hears of an alert of one study and site. The nearest come first: those of the site, then those
 * of the whole study, then the default contact. At each distance those of the wanted role, or else of the next role above it:
 * an alert goes to someone further up rather than to nobody.
 *
 * @param active contacts that are active; others of other places may be among them
 */
record Routing(List<Contact> active, String studyId, String siteId) {

    /** Never empty as long as there is a default contact. */
    List<Contact> to(ContactRole wanted) {
        return distances()
                .map(near -> lowestFrom(wanted, near))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** All who may be asked when others cannot be reached, the nearest first. */
    List<Contact> everyone() {
        return distances()
                .flatMap(near -> {
                    List<Contact> ordered = new ArrayList<>();
                    for (ContactRole role : ContactRole.values()) {
                        ordered.addAll(of(role, near));
                    }
                    return ordered.stream();
                })
                .toList();
    }

    private Stream<List<Contact>> distances() {
        return Stream.of(at(studyId, siteId), at(studyId, Contact.ANY), at(Contact.ANY, Contact.ANY));
    }

    private List<Contact> at(String study, String site) {
        return active.stream().filter(contact -> contact.isFor(study, site)).toList();
    }

    private static List<Contact> lowestFrom(ContactRole wanted, List<Contact> near) {
        for (ContactRole role : ContactRole.values()) {
            List<Contact> found = of(role, near);
            if (role.compareTo(wanted) >= 0 && !found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static List<Contact> of(ContactRole role, List<Contact> near) {
        return near.stream().filter(contact -> contact.role() == role).toList();
    }
}
