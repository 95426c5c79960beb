package epro.processing.suspicion;

import epro.processing.harm.Finding;
import epro.processing.harm.FindingKind;
import epro.processing.harm.Source;
import epro.processing.harm.Term;
import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import epro.schemas.json.StoredJson;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON columns of a suspected adverse event, and how they are read back. */
final class EventJson {
    private EventJson() {}

    static String term(Term term) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("system", new JsonValue.Text(term.system()));
        members.put("code", new JsonValue.Text(term.code()));
        members.put("display", new JsonValue.Text(term.display()));
        return CanonicalJson.write(new JsonValue.Members(members));
    }

    static String levels(Map<String, Integer> levels) {
        return CanonicalJson.write(levelMembers(levels));
    }

    static String sources(Collection<Source> sources) {
        return CanonicalJson.write(new JsonValue.Items(sources.stream()
                .<JsonValue>map(source -> new JsonValue.Text(source.name()))
                .toList()));
    }

    static String findings(List<Finding> findings) {
        return CanonicalJson.write(
                new JsonValue.Items(findings.stream().map(EventJson::finding).toList()));
    }

    static Term readTerm(String json) {
        Map<String, JsonValue> members = members(read(json));
        return new Term(text(members, "system"), text(members, "code"), text(members, "display"));
    }

    static Map<String, Integer> readLevels(String json) {
        Map<String, Integer> levels = new HashMap<>();
        members(read(json)).forEach((attribute, level) -> levels.put(attribute, number(level)));
        return levels;
    }

    /** Findings of the event with this term. */
    static List<Finding> readFindings(String json, Term term) {
        return ((JsonValue.Items) read(json))
                .values().stream()
                        .map(value -> readFinding(members(value), term))
                        .toList();
    }

    private static JsonValue finding(Finding finding) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("kind", new JsonValue.Text(finding.kind().name()));
        members.put("rule", new JsonValue.Text(finding.rule()));
        members.put("version", new JsonValue.Text(finding.version()));
        members.put("path", new JsonValue.Text(finding.path()));
        members.put("grade", numberOrNull(finding.grade()));
        members.put("gradeAtLeast", numberOrNull(finding.gradeAtLeast()));
        members.put("levels", levelMembers(finding.levels()));
        members.put("score", finding.score() == null ? new JsonValue.Null() : decimal(finding.score()));
        return new JsonValue.Members(members);
    }

    private static Finding readFinding(Map<String, JsonValue> members, Term term) {
        return new Finding(
                FindingKind.valueOf(text(members, "kind")),
                text(members, "rule"),
                text(members, "version"),
                text(members, "path"),
                term,
                optionalNumber(members.get("grade")),
                optionalNumber(members.get("gradeAtLeast")),
                levels(members.get("levels")),
                members.get("score") instanceof JsonValue.NumberText(String score) ? Double.valueOf(score) : null);
    }

    private static Map<String, Integer> levels(@Nullable JsonValue value) {
        Map<String, Integer> levels = new HashMap<>();
        if (value instanceof JsonValue.Members(var members)) {
            members.forEach((attribute, level) -> levels.put(attribute, number(level)));
        }
        return levels;
    }

    private static JsonValue levelMembers(Map<String, Integer> levels) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        levels.forEach((attribute, level) -> members.put(attribute, numberOrNull(level)));
        return new JsonValue.Members(members);
    }

    private static JsonValue numberOrNull(@Nullable Integer number) {
        return number == null ? new JsonValue.Null() : new JsonValue.NumberText(number.toString());
    }

    private static JsonValue decimal(double number) {
        return new JsonValue.NumberText(BigDecimal.valueOf(number).toPlainString());
    }

    private static JsonValue read(String json) {
        return StoredJson.read(json);
    }

    private static Map<String, JsonValue> members(JsonValue value) {
        return ((JsonValue.Members) value).values();
    }

    private static String text(Map<String, JsonValue> members, String name) {
        return members.get(name) instanceof JsonValue.Text(String text) ? text : "";
    }

    private static int number(JsonValue value) {
        return Integer.parseInt(((JsonValue.NumberText) value).value());
    }

    private static @Nullable Integer optionalNumber(@Nullable JsonValue value) {
        return value instanceof JsonValue.NumberText number ? number(number) : null;
    }
}
