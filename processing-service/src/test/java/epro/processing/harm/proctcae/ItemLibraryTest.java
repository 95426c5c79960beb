package epro.processing.harm.proctcae;

import static org.assertj.core.api.Assertions.assertThat;

import epro.testing.DataFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ItemLibraryTest {
    private static final Map<String, String> SHORT =
            Map.of("FREQUENCY", "frq", "SEVERITY", "sev", "INTERFERENCE", "int", "AMOUNT", "int", "PRESENCE", "");

    @Test
    void knowsEveryItemAsThePublishedLibraryHasIt() throws IOException {
        Path published = DataFiles.find().path("pro-ctcae/items.csv");
        List<String[]> rows = Files.readAllLines(published).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        assertThat(rows).hasSize(124);
        assertThat(ItemLibrary.all()).hasSize(124);
        assertThat(rows).allSatisfy(row -> {
            LibraryItem item = ItemLibrary.find(row[0]).orElseThrow();
            assertThat(item.symptom().number()).isEqualTo(Integer.parseInt(row[1]));
            assertThat(item.symptom().display()).isEqualTo(row[3]);
            assertThat(item.attribute().text()).isEqualToIgnoringCase(row[4]);
            assertThat(composite(item)).isEqualTo(row[6]);
            assertThat(item.hasLevel(4)).isEqualTo(row[5].contains("4="));
            assertThat(item.hasLevel(1)).isTrue();
        });
    }

    @Test
    void givesEverySymptomACodeOfItsOwn() {
        Map<String, Long> symptoms = new java.util.HashMap<>();
        ItemLibrary.all()
                .forEach(item -> symptoms.merge(
                        item.symptom().code() + "|" + item.symptom().number(), 1L, Long::sum));
        assertThat(symptoms).hasSize(80);
        assertThat(symptoms.keySet().stream().map(key -> key.split("\\|", -1)[0]))
                .doesNotHaveDuplicates();
    }

    private static String composite(LibraryItem item) {
        return item.symptom().attributes().stream()
                .map(attribute -> SHORT.get(attribute.name()))
                .collect(Collectors.joining(" "));
    }
}
