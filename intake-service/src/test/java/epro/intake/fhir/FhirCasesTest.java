package epro.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import epro.support.problem.ProblemException;
import epro.testing.DataFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Responses of others, made to test validators: all are read, but for those that no form could make good. */
class FhirCasesTest {
    private static final String SUBJECT = "\"subject\":{\"reference\":\"Patient/P1\"},";

    /** A case, why it is refused at the door and of which item; all others are read, and their form judges them. */
    private static final Map<String, String> REFUSED = Map.of(
            "qr-bad-ref1.json", "422 response-in-progress",
            "qr-bad-ref3.json", "422 response-in-progress",
            "quantity-min-max-qr.json", "422 response-in-progress",
            "questionnaire-inactive-start-qr.json", "422 time-without-offset",
            "group-with-string-invalid-nesting-qr.json", "422 answer-without-value of grp1",
            "group-with-string-invalid-nesting-link-id-qr.json", "422 answer-without-value of grp2",
            "open-choice-invalid-type-qr.json", "400 unknown-member of q1",
            "nested-questionnaire-nested-valueset.json", "422 unsupported-reference",
            "opdef-params.json", "400 not-a-questionnaire-response");

    @Test
    void readsThemOrSaysWhyNot() throws IOException {
        Map<String, String> refused = new TreeMap<>();
        for (Path file : cases()) {
            refusal(ofSomebody(file)).ifPresent(why -> refused.put(String.valueOf(file.getFileName()), why));
        }

        assertThat(refused).isEqualTo(new TreeMap<>(REFUSED));
    }

    @Test
    void readsNoneThatIsNobodys() throws IOException {
        for (Path file : cases()) {
            if (!ofSomebody(file).equals(Files.readString(file))) {
                assertThat(refusal(Files.readString(file)))
                        .as(file.toString())
                        .get()
                        .isIn("400 missing-member", "400 not-a-questionnaire-response");
            }
        }
    }

    /** Most of them name no patient. */
    private static String ofSomebody(Path file) throws IOException {
        String response = Files.readString(file);
        return response.contains("\"subject\"") ? response : response.replaceFirst("\\{", "{" + SUBJECT);
    }

    /** Those that are JSON; what is XML is refused for its media type. */
    private static List<Path> cases() throws IOException {
        Path folder = DataFiles.find().path("fhir-questionnaire-cases");
        try (Stream<String> lines = Files.lines(folder.resolve("cases.tsv"))) {
            List<Path> files = lines.skip(1)
                    .map(line -> line.split("\t", -1)[1])
                    .filter(name -> name.endsWith(".json"))
                    .map(folder::resolve)
                    .toList();
            assertThat(files).hasSize(37);
            return files;
        }
    }

    private static Optional<String> refusal(String response) {
        try {
            assertThat(Responses.read(response).patientId()).isEqualTo("P1");
            return Optional.empty();
        } catch (ProblemException e) {
            Object linkId = e.members().get(OperationOutcome.LINK_ID);
            return Optional.of(e.status().value() + " " + e.code() + (linkId == null ? "" : " of " + linkId));
        }
    }
}
