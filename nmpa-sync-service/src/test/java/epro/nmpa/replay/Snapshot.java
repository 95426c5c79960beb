package epro.nmpa.replay;

import epro.testing.DataFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * What the registers said on one day, straight from its file.
 *
 * @param words by registration number; blank where the register gave none; of several rows with one number the last counts
 * @param contradictory the numbers whose rows do not agree
 */
record Snapshot(String date, Map<String, String> words, Set<String> contradictory) {
    static final String FOLDER = "trial-snapshots";

    private static final String ENDING = ".csv.gz";
    private static final ObjectReader ROWS = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader());

    /** In the order of their days. */
    static List<Snapshot> all() throws IOException {
        List<Path> files;
        try (Stream<Path> children = Files.list(DataFiles.find().path(FOLDER))) {
            files = children.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        List<Snapshot> snapshots = new ArrayList<>();
        for (Path file : files) {
            snapshots.add(read(file));
        }
        return snapshots;
    }

    private static Snapshot read(Path file) throws IOException {
        Map<String, String> words = new LinkedHashMap<>();
        Set<String> contradictory = new TreeSet<>();
        try (InputStream content = new GZIPInputStream(Files.newInputStream(file));
                MappingIterator<Map<String, String>> rows = ROWS.readValues(content)) {
            while (rows.hasNext()) {
                Map<String, String> row = rows.next();
                String number = row.getOrDefault("trialid", "");
                String said = row.getOrDefault("recruitment_status", "");
                if (!said.equals(words.getOrDefault(number, said))) {
                    contradictory.add(number);
                }
                words.put(number, said);
            }
        }
        return new Snapshot(file.getFileName().toString().replace(ENDING, ""), words, contradictory);
    }
}
