package epro.e2e.realdata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Makes instruments out of the item dictionary: numbers within the dictionary's bounds where every answer is a number,
 * a choice where few different ones occur, else words. The dictionary cuts off long lists of values, so the values of
 * the submissions are taken as well. Required is what was answered each time.
 */
final class Instruments {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final int MOST_OPTIONS = 12;

    private final Map<String, List<TrialSubmission>> submissions = new LinkedHashMap<>();

    private Instruments(List<TrialSubmission> all) {
        for (TrialSubmission submission : all) {
            submissions
                    .computeIfAbsent(submission.instrument(), _ -> new ArrayList<>())
                    .add(submission);
        }
    }

    /** By title, in the dictionary's order. */
    static Map<String, Instrument> of(TrialData data) {
        Instruments instruments = new Instruments(data.submissions());
        Map<String, List<Item>> items = new LinkedHashMap<>();
        for (Map<String, String> row : data.dictionary()) {
            if (Double.parseDouble(row.getOrDefault("derived", "0")) == 0) {
                items.computeIfAbsent(row.getOrDefault("QSCAT", ""), _ -> new ArrayList<>())
                        .add(instruments.item(row));
            }
        }
        Map<String, Instrument> made = new LinkedHashMap<>();
        items.forEach((title, itsItems) -> made.put(title, new Instrument(title, List.copyOf(itsItems))));
        return made;
    }

    private Item item(Map<String, String> row) {
        String linkId = row.getOrDefault("QSTESTCD", "");
        List<String> given = submissions.getOrDefault(row.getOrDefault("QSCAT", ""), List.of()).stream()
                .map(submission -> submission.answers().getOrDefault(linkId, ""))
                .toList();
        boolean required = !given.isEmpty() && given.stream().noneMatch(String::isBlank);
        return new Item(linkId, row.getOrDefault("QSTEST", ""), answerable(row, given), required);
    }

    private static Answerable answerable(Map<String, String> row, List<String> given) {
        SortedSet<String> values = new TreeSet<>(given);
        values.addAll(Pattern.compile("\\|")
                .splitAsStream(row.getOrDefault("values", ""))
                .toList());
        values.removeIf(String::isBlank);
        if (values.stream().allMatch(value -> NUMBER.matcher(value).matches())) {
            return new Answerable.Range(bound(row, "min"), bound(row, "max"));
        }
        return values.size() <= MOST_OPTIONS ? new Answerable.Options(values) : new Answerable.Words();
    }

    private static BigDecimal bound(Map<String, String> row, String name) {
        return new BigDecimal(row.getOrDefault(name, "")).stripTrailingZeros();
    }
}
