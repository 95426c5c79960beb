package epro.nmpa.status;

import static org.assertj.core.api.Assertions.assertThat;

import epro.testing.DataFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Every word that occurs in real registers has a meaning that somebody has chosen. */
class RealWordsTest {
    private static final Pattern SNAPSHOT_LINE = Pattern.compile("^[A-Z][A-Za-z/-]*[0-9][^,\\s]*,[^,]*,([^,\"]*),");
    private static final Pattern CHANGE = Pattern.compile("\"(?:from|to)\": \"([^\"]*)\"");

    @Test
    void readsAllOfTheChineseRegister() throws IOException {
        List<String> lines = Files.readAllLines(DataFiles.find().path("cde-trials/trials.csv"));

        assertThat(lines.stream().skip(1).map(line -> line.split(",", -1)))
                .hasSize(46)
                .allSatisfy(row -> {
                    assertThat(read(row[1])).isEqualTo(TrialStatus.ONGOING);
                    assertThat(read(row[2])).isEqualTo(TrialStatus.NOT_YET_RECRUITING);
                });
    }

    @Test
    void readsAllWordsOfTheSnapshots() throws IOException {
        Map<String, Integer> words = new HashMap<>();
        for (Path snapshot : snapshots()) {
            count(snapshot, SNAPSHOT_LINE, words);
        }

        assertThat(words.get("Recruiting")).isGreaterThan(4_000);
        assertThat(meanings(words))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Recruiting", TrialStatus.RECRUITING,
                        "Not Recruiting", TrialStatus.NOT_RECRUITING,
                        "Authorised", TrialStatus.ONGOING,
                        "No Status Given", TrialStatus.UNKNOWN,
                        "Not Available", TrialStatus.UNKNOWN));
    }

    @Test
    void readsAllWordsOfTheChanges() throws IOException {
        Map<String, Integer> words = new HashMap<>();
        count(DataFiles.find().path("trial-snapshots/changes.ndjson.gz"), CHANGE, words);

        assertThat(meanings(words).keySet()).contains("Recruiting", "Not Recruiting", "Authorised");
        assertThat(meanings(words).entrySet().stream()
                        .filter(word -> word.getValue() == TrialStatus.UNKNOWN)
                        .map(Map.Entry::getKey))
                .isSubsetOf("No Status Given", "Not Available");
    }

    private static Map<String, TrialStatus> meanings(Map<String, Integer> words) {
        Map<String, TrialStatus> meanings = new TreeMap<>();
        words.keySet()
                .forEach(word -> StatusVocabulary.read(word).ifPresent(status -> meanings.put(word, status.status())));
        return meanings;
    }

    private static List<Path> snapshots() throws IOException {
        try (Stream<Path> files = Files.list(DataFiles.find().path("trial-snapshots"))) {
            return files.filter(file -> file.toString().endsWith(".csv.gz")).toList();
        }
    }

    private static void count(Path file, Pattern pattern, Map<String, Integer> words) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().map(pattern::matcher).forEach(found -> count(found, words));
        }
    }

    private static void count(Matcher found, Map<String, Integer> words) {
        while (found.find()) {
            words.merge(found.group(1), 1, Integer::sum);
        }
    }

    private static TrialStatus read(String words) {
        return StatusVocabulary.read(words).orElseThrow().status();
    }
}
