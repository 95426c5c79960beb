package epro.processing.form.fhircases;

import epro.schemas.json.JsonValue;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import epro.testing.DataFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One case, as {@code cases.tsv} lists it.
 *
 * @param file of the response
 * @param questionnaire its file's name, empty where there is none
 * @param valid what every validator says
 */
record FhirCase(String name, Path file, String questionnaire, boolean valid) {

    /** All of them; where they are absent, the test is skipped. */
    static List<FhirCase> all() {
        try {
            Path folder = DataFiles.find().path("fhir-questionnaire-cases");
            return Files.readAllLines(folder.resolve("cases.tsv")).stream()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new FhirCase(
                            cells[0], folder.resolve(cells[1]), baseName(cells[2]), cells[3].equals("valid")))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static FhirCase named(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    JsonValue.Members response() {
        return read(file);
    }

    JsonValue.Members form() {
        return read(file.resolveSibling(questionnaire));
    }

    private static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static JsonValue.Members read(Path file) {
        try {
            return file.toString().endsWith(".xml")
                    ? FhirXml.read(file)
                    : (JsonValue.Members) StrictJson.read(Files.readAllBytes(file), Limits.STANDARD);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
