package epro.cli.forms;

import epro.cli.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A FHIR Questionnaire in a file.
 *
 * @param id its {@code id}, else the last part of its {@code url}
 */
record FormFile(Path file, String id, String version, String json) {

    static FormFile read(Path file) throws IOException {
        String json = Files.readString(file);
        JsonNode form = parse(file, json);
        if (!"Questionnaire".equals(form.path("resourceType").asString(""))) {
            throw new Refused(file + " is no FHIR Questionnaire");
        }
        String url = form.path("url").asString("");
        String id = form.path("id").asString(url.substring(url.lastIndexOf('/') + 1));
        String version = form.path("version").asString("");
        if (id.isEmpty() || version.isEmpty()) {
            throw new Refused(file + " needs an id (or url) and a version");
        }
        return new FormFile(file, id, version, json);
    }

    private static JsonNode parse(Path file, String json) {
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException _) {
            throw new Refused(file + " is not JSON");
        }
    }
}
