package epro.nmpa.replay;

import epro.testing.DataFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of the file that says what changed between two snapshots.
 *
 * @param snapshot the later one's date
 * @param op {@code add}, {@code status} or {@code remove}
 */
record Change(
        String snapshot,
        String op,
        String trialid,
        @Nullable String from,
        @Nullable String to) {

    static List<Change> all() throws IOException {
        Path file = DataFiles.find().path(Snapshot.FOLDER + "/changes.ndjson.gz");
        JsonMapper json = new JsonMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> json.readValue(line, Change.class)).toList();
        }
    }
}
