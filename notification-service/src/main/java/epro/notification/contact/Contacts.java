package epro.notification.contact;

import java.util.List;
import org.springframework.stereotype.Component;

/** Finds who is to be told. */
@Component
public class Contacts {
    private final ContactTable table;

    Contacts(ContactTable table) {
        this.table = table;
    }

    /** The nearest of this role, or of the next above it; never empty. */
    public List<Contact> of(String studyId, String siteId, ContactRole role) {
        return routing(studyId, siteId).to(role);
    }

    /** All who could be told, the nearest first. */
    public List<Contact> everyone(String studyId, String siteId) {
        return routing(studyId, siteId).everyone();
    }

    private Routing routing(String studyId, String siteId) {
        return new Routing(table.activeFor(studyId, siteId), studyId, siteId);
    }
}
