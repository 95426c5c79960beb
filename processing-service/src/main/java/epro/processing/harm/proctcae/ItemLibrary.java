package epro.processing.harm.proctcae;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All items of the PRO-CTCAE library (National Cancer Institute, 124 items of 80 symptoms), by name. */
public final class ItemLibrary {
    private static final String PARTS = "ABC";
    private static final Map<String, LibraryItem> ITEMS = read();

    private ItemLibrary() {}

    public static Optional<LibraryItem> find(String name) {
        return Optional.ofNullable(ITEMS.get(name));
    }

    /**
     * The item that asks for one of a symptom's attributes.
     *
     * @throws IllegalArgumentException if none does
     */
    public static LibraryItem of(Symptom symptom, Attribute attribute) {
        int part = symptom.attributes().indexOf(attribute);
        if (part < 0) {
            throw new IllegalArgumentException("no item asks for " + attribute + " of " + symptom.code());
        }
        return item(symptom, part);
    }

    static Iterable<LibraryItem> all() {
        return ITEMS.values();
    }

    private static Map<String, LibraryItem> read() {
        Map<String, LibraryItem> items = new HashMap<>();
        try (InputStream resource = ItemLibrary.class.getResourceAsStream("symptoms.tsv");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(java.util.Objects.requireNonNull(resource), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .flatMap(columns -> items(columns).stream())
                    .forEach(item -> items.put(item.name(), item));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(items);
    }

    private static List<LibraryItem> items(String... columns) {
        List<Attribute> attributes = columns[1]
                .chars()
                .mapToObj(letter -> Attribute.of((char) letter))
                .toList();
        Symptom symptom = new Symptom(Integer.parseInt(columns[0]), columns[2], attributes);
        List<LibraryItem> items = new ArrayList<>();
        for (int part = 0; part < attributes.size(); part++) {
            items.add(item(symptom, part));
        }
        return items;
    }

    private static LibraryItem item(Symptom symptom, int part) {
        String kind = symptom.isPresence() ? "IND" : "SCL";
        String name = "PROCTCAE_%d%c_%s".formatted(symptom.number(), PARTS.charAt(part), kind);
        return new LibraryItem(name, symptom, symptom.attributes().get(part));
    }
}
