package epro.clinical;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;

/** A file of phrases under headings, Chinese and English alike, and where they stand in a text. */
final class PhraseBook {
    /** A place in the tree of what phrases begin with, letter by letter. */
    private static final class Place {
        private final Map<Character, Place> next = new HashMap<>();
        private final List<Entry> entries = new ArrayList<>();
    }

    private record Entry(int number, String heading, PhrasePattern phrase) {}

    /** A phrase that stands in a text, under the heading it has in the file. */
    record Found(String heading, int start, int end) {}

    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, String> sets = new HashMap<>();
    private final Place root = new Place();
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

    /** Those phrases of which an opening stands there, if a word does not go on there. */
    private List<Entry> startingAt(String text, int at) {
        char first = text.charAt(at);
        if (at > 0 && isWordCharacter(first) && isWordCharacter(text.charAt(at - 1))) {
            return List.of();
        }
        Place place = root.next.get(first);
        if (place == null) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        for (int next = at + 1; place != null; next++) {
            entries.addAll(place.entries);
            place = next == text.length() ? null : place.next.get(text.charAt(next));
        }
        return entries;
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

    private void add(String heading, String phrase) {
        Entry entry = new Entry(size++, heading, PhrasePattern.of(phrase, sets));
        entry.phrase.openings().stream()
                .sorted(Comparator.comparingInt(String::length))
                .forEach(opening -> add(entry, opening));
    }

    /** A longer opening adds nothing to a shorter one. */
    private void add(Entry entry, String opening) {
        Place place = root;
        for (int i = 0; i < opening.length(); i++) {
            place = place.next.computeIfAbsent(opening.charAt(i), _ -> new Place());
            if (place.entries.contains(entry)) {
                return;
            }
        }
        place.entries.add(entry);
    }
}
