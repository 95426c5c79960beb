package epro.notification.contact;

/** What a contact is at their site, the first to be called first; {@code DEFAULT} stands in for whoever is missing. */
public enum ContactRole {
    CRC,
    SUB_INVESTIGATOR,
    PRINCIPAL_INVESTIGATOR,
    DEFAULT
}
