package epro.notification.contact;

import java.util.Collection;
import org.springframework.stereotype.Component;

/** Finds who is to be told. */
@Component
public class Contacts {
    private final ContactTable table;

    Contacts(ContactTable table) {
        this.table = table;
    }

    /** Everyone who could be told at these sites, asked for at once. */
    public Directory around(Collection<Place> places) {
        return new Directory(table.activeAround(places));
    }
}
