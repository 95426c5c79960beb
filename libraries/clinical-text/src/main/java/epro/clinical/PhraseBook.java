package epro.clinical;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;

/** A file of phrases under headings, Chinese and English alike, and where they stand in a text. */
final class PhraseBook {
    private static final char NONE = 0;

    private record Entry(int number, String heading, PhrasePattern phrase) {}

    /** A phrase that stands in a text, under the heading it has in the file. */
    record Found(String heading, int start, int end) {}

    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, String> sets = new HashMap<>();
    private final Map<Integer, List<Entry>> entries = new HashMap<>();
    private int size;

    private PhraseBook() {}

    /**
     * Reads a resource: {@code [heading] title} in front of its phrases, one a line; {@code name = word|word} before
     * the first heading.
     */
    static PhraseBook read(String name) {
        PhraseBook book = new PhraseBook();
        String heading = "";
        for (String line : lines(name)) {
            if (line.startsWith("[")) {
                int end = line.indexOf(']');
                heading = line.substring(1, end);
                book.titles.put(heading, line.substring(end + 1).strip());
            } else if (heading.isEmpty()) {
                String[] set = line.split(" = ", 2);
                book.sets.put(set[0], set[1]);
            } else {
                book.add(heading, line);
            }
        }
        book.complete();
        return book;
    }

    /** Lines of a resource without blank ones and comments. */
    static List<String> lines(String name) {
        try (InputStream resource = PhraseBook.class.getResourceAsStream(name);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(resource, name), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String title(String heading) {
        return Objects.requireNonNull(titles.get(heading));
    }

    /** Every phrase that stands in a normal text, in order of its start; the longest of each heading at each place. */
    List<Found> find(String text) {
        Matcher[] matchers = new Matcher[size];
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            int before = found.size();
            for (Entry entry : startingAt(text, at)) {
                int end = end(matchers, entry, text, at);
                if (end > at) {
                    keepLongest(new Found(entry.heading, at, end), found.subList(before, found.size()));
                }
            }
        }
        return found;
    }

    private static void keepLongest(Found found, List<Found> atSamePlace) {
        for (Found other : atSamePlace) {
            if (other.heading.equals(found.heading)) {
                if (other.end < found.end) {
                    atSamePlace.set(atSamePlace.indexOf(other), found);
                }
                return;
            }
        }
        atSamePlace.add(found);
    }

    private List<Entry> startingAt(String text, int at) {
        char first = text.charAt(at);
        if (at > 0 && isWordCharacter(first) && isWordCharacter(text.charAt(at - 1))) {
            return List.of();
        }
        List<Entry> alone = entries.getOrDefault(key(first, NONE), List.of());
        return at + 1 == text.length() ? alone : entries.getOrDefault(key(first, text.charAt(at + 1)), alone);
    }

    private static int end(Matcher[] matchers, Entry entry, String text, int at) {
        Matcher matcher = matchers[entry.number];
        if (matcher == null) {
            matcher = entry.phrase.pattern().matcher(text).useTransparentBounds(true);
            matchers[entry.number] = matcher;
        }
        matcher.region(at, Math.min(text.length(), at + PhrasePattern.LONGEST));
        return matcher.lookingAt() ? matcher.end() : at;
    }

    private static boolean isWordCharacter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    }

    private static int key(char first, char second) {
        return first << 16 | second;
    }

    private void add(String heading, String phrase) {
        Entry entry = new Entry(size++, heading, PhrasePattern.of(phrase, sets));
        for (String opening : entry.phrase.openings()) {
            int key = key(opening.charAt(0), opening.length() > 1 ? opening.charAt(1) : NONE);
            entries.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry);
        }
    }

    /** What may begin with one character alone is tried whatever the next is. */
    private void complete() {
        List<Integer> keys = List.copyOf(entries.keySet());
        for (int key : keys) {
            List<Entry> alone = entries.get(key & 0xFFFF0000);
            List<Entry> both = Objects.requireNonNull(entries.get(key));
            if (alone != null && !both.equals(alone)) {
                alone.stream().filter(entry -> !both.contains(entry)).forEach(both::add);
            }
        }
    }
}
