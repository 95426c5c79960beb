package epro.notification.contact;

import epro.support.problem.ProblemException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A contact as a client writes it; what is left out has a default, but for the name and the role. */
record ContactBody(
        @Nullable String studyId,
        @Nullable String siteId,
        @Nullable ContactRole role,
        @Nullable String name,
        @Nullable String language,
        @Nullable String email,
        @Nullable Boolean active) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    /** Without control characters: these texts stand in the heads of messages. */
    private static final Pattern LINE = Pattern.compile("\\P{Cntrl}{1,200}");

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"\\p{Cntrl}]{1,64}@[A-Za-z0-9.-]{1,189}");
    private static final Set<String> LANGUAGES = Set.of("zh", "en");

    /**
     * The contact under this id.
     *
     * @throws ProblemException 400 {@code invalid-contact} with a {@code pointer}, or 409 {@code default-contact-needed}
     */
    Contact contact(String id) {
        require("contactId", ID.matcher(id).matches());
        if (role == null || name == null) {
            throw refused(role == null ? "role" : "name");
        }
        Contact contact = new Contact(
                id,
                studyId == null ? Contact.ANY : studyId,
                siteId == null ? Contact.ANY : siteId,
                role,
                name,
                language == null ? "en" : language,
                email == null || email.isBlank() ? null : email,
                active == null || active);
        require("name", LINE.matcher(contact.name()).matches());
        require("studyId", LINE.matcher(contact.studyId()).matches());
        require("siteId", LINE.matcher(contact.siteId()).matches());
        require(
                "siteId",
                !contact.studyId().equals(Contact.ANY) || contact.siteId().equals(Contact.ANY));
        require("language", LANGUAGES.contains(contact.language()));
        require(
                "email",
                contact.email() == null || EMAIL.matcher(contact.email()).matches());
        requireDefaultStays(contact);
        return contact;
    }

    static ProblemException defaultContactNeeded() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "default-contact-needed",
                "The default contact stays active, for every study and site: it owns what has no other owner.");
    }

    private static void requireDefaultStays(Contact contact) {
        boolean serves =
                contact.active() && contact.isFor(Contact.ANY, Contact.ANY) && contact.role() == ContactRole.DEFAULT;
        if (contact.contactId().equals(Contact.DEFAULT_ID) && !serves) {
            throw defaultContactNeeded();
        }
    }

    private static void require(String member, boolean kept) {
        if (!kept) {
            throw refused(member);
        }
    }

    private static ProblemException refused(String member) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "invalid-contact", "The contact can't be kept as it is.")
                .with("pointer", "/" + member);
    }
}
