package epro.notification.contact;

import epro.notification.journal.Journal;
import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The contacts, for those who run the system. Whoever changes one is in the audit trail, in the same transaction. */
@RestController
@RequestMapping("/api/v1/contacts")
class ContactController {
    private static final String SCOPE = "ops";
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 500;

    private final Journal journal;
    private final ContactTable table;

    ContactController(Journal journal, ContactTable table) {
        this.journal = journal;
        this.table = table;
    }

    @PutMapping("/{id}")
    Contact put(@PathVariable String id, @RequestBody ContactBody body, Caller caller) {
        caller.require(SCOPE);
        Contact contact = body.contact(id);
        return journal.write(changes -> {
            table.put(contact, changes.now());
            changes.record("CONTACT_PUT", caller.subject(), entity(id), detail(contact));
            return contact;
        });
    }

    @GetMapping
    Page list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        caller.require(SCOPE);
        int rows = limit == null ? USUAL_LIMIT : Math.clamp(limit, 1, LARGEST_LIMIT);
        List<Contact> found = table.after(cursor == null ? "" : cursor, rows + 1);
        return found.size() > rows
                ? new Page(found.subList(0, rows), found.get(rows - 1).contactId())
                : new Page(found, null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Caller caller) {
        caller.require(SCOPE);
        if (id.equals(Contact.DEFAULT_ID)) {
            throw ContactBody.defaultContactNeeded();
        }
        boolean removed = journal.write(changes -> {
            boolean there = table.remove(id);
            if (there) {
                changes.record("CONTACT_REMOVED", caller.subject(), entity(id), Map.of());
            }
            return there;
        });
        if (!removed) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "not-found", "There is no such contact.");
        }
    }

    /** A part of the list. */
    record Page(List<Contact> items, @Nullable String next) {}

    private static String entity(String id) {
        return "contact/" + id;
    }

    /** All that decides who is told; addresses and names are personal and stay out of what can never be deleted. */
    private static Map<String, String> detail(Contact contact) {
        return Map.of(
                "studyId", contact.studyId(),
                "siteId", contact.siteId(),
                "role", contact.role().name(),
                "language", contact.language(),
                "reachedByEmail", Boolean.toString(contact.email() != null),
                "active", Boolean.toString(contact.active()));
    }
}
