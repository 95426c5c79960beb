package epro.cli.demo.harm;

import epro.cli.ServiceClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Who hears of alerts: a coordinator at every site, two investigators for every study. All are made up. */
public record Contacts(URI notification, String token) {
    /** A study at a site such as PEK-01, and the language that its coordinator reads. */
    public record Place(String study, String site, String language) {}

    /** Writes them down; safe to repeat. */
    public void appoint(List<Place> places) throws IOException, InterruptedException {
        try (ServiceClient client = new ServiceClient(notification, token)) {
            for (Place place : places) {
                put(client, place, "CRC", "Coordinator at " + place.site());
            }
            for (String study : places.stream().map(Place::study).distinct().toList()) {
                put(client, new Place(study, "*", "en"), "SUB_INVESTIGATOR", "Sub-investigator of " + study);
                put(
                        client,
                        new Place(study, "*", "en"),
                        "PRINCIPAL_INVESTIGATOR",
                        "Principal investigator of " + study);
            }
        }
    }

    private static void put(ServiceClient client, Place place, String role, String name)
            throws IOException, InterruptedException {
        String id = "%s.%s.%s"
                .formatted(role, place.study(), place.site().equals("*") ? "all" : place.site())
                .toLowerCase(Locale.ROOT);
        Map<String, String> contact = Map.of(
                "studyId",
                place.study(),
                "siteId",
                place.site(),
                "role",
                role,
                "name",
                name,
                "language",
                place.language(),
                "email",
                id + "@site.example");
        HttpResponse<String> answer = client.send(
                "PUT",
                "/api/v1/contacts/" + id,
                "application/json",
                JsonMapper.shared().writeValueAsString(contact));
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    "the contact %s was answered %d: %s".formatted(id, answer.statusCode(), answer.body()));
        }
    }
}
