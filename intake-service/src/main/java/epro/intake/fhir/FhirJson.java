package epro.intake.fhir;

/** FHIR's own words for what goes over the wire. */
final class FhirJson {
    static final String BASE = "/fhir/R4";
    static final String MEDIA_TYPE = "application/fhir+json";

    private FhirJson() {}
}
