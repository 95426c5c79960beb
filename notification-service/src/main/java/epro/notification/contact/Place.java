package epro.notification.contact;

/** A site of a study. */
public record Place(String studyId, String siteId) {}
