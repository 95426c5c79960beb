package epro.cli.demo;

import epro.cli.demo.harm.Contacts;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/** A made-up patient, numbered within a study as subjects are. */
record Patient(String studyId, String siteId, String patientId, String language) {

    private static final List<String> STUDIES = List.of("DEMO-LUNG-301", "DEMO-MELA-205", "DEMO-CARD-112");
    private static final List<String> SITES = List.of("PEK-01", "SHA-02", "CAN-03", "BOS-04", "LON-05");

    /** Three studies at five sites; three in five of the patients write Chinese. */
    static List<Patient> cohort(int patients) {
        return IntStream.range(0, patients).mapToObj(Patient::numbered).toList();
    }

    /** Where they are, each study at each site once. */
    static List<Contacts.Place> places() {
        return cohort(STUDIES.size() * SITES.size()).stream()
                .map(patient -> new Contacts.Place(patient.studyId, patient.siteId, patient.language))
                .toList();
    }

    private static Patient numbered(int number) {
        int site = number % SITES.size();
        return new Patient(
                STUDIES.get(number / SITES.size() % STUDIES.size()),
                SITES.get(site),
                "%s-%04d".formatted(SITES.get(site).substring(4), 1001 + number),
                site < 3 ? "zh" : "en");
    }

    ZoneOffset offset() {
        return language.equals("zh") ? ZoneOffset.ofHours(8) : ZoneOffset.UTC;
    }
}
