package epro.intake.request;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Bodies that nobody should send, at least eight of each kind, with what they are to be refused for, and where. */
final class BadBodies {
    /** What must not come back of any of them. */
    static final String[] PATIENTS_OWN = {
        "secret", "13800138000", "138-0013-8000", "138 0013 8000", "11010519491231002X"
    };

    private static final String ANSWERS = "'answers':{'t':'secret words','q':1,'g':{'i':2},'r':[0,3]}";
    static final String GOOD =
            "{'patientId':'secret-P','formId':'F','language':'en','visit':{'id':'V'},'client':{'app':'a'}," + ANSWERS
                    + "}";

    /** Where a value stands, and which text it is in the good one. */
    private static final Map<String, String> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("/patientId", "'secret-P'");
        PLACES.put("/formId", "'F'");
        PLACES.put("/language", "'en'");
        PLACES.put("/visit/id", "'V'");
        PLACES.put("/client/app", "'a'");
        PLACES.put("/answers/q", "1");
        PLACES.put("/answers/g/i", "2");
        PLACES.put("/answers/r/1", "3");
    }

    private BadBodies() {}

    /**
     * A body and its refusal.
     *
     * @param pointer where; empty where that is no member
     * @param latin1 its bytes, one a character
     */
    record Bad(String code, String pointer, String latin1) {
        byte[] body() {
            return latin1.getBytes(StandardCharsets.ISO_8859_1);
        }

        /** The same, and the place is one within the value. */
        Bad in(String further) {
            return new Bad(code, pointer + further, latin1);
        }

        @Override
        public String toString() {
            return code + " at " + pointer;
        }
    }

    static Stream<Bad> all() {
        return Stream.of(everywhere(), structures(), BadTexts.all(), amounts()).flatMap(List::stream);
    }

    /** Forms of several parts: their media type, and what comes. */
    static Stream<Arguments> parts() {
        String begun = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n";
        return Stream.of(
                arguments("multipart/form-data", "no boundary"),
                arguments("multipart/form-data; boundary=", begun),
                arguments("multipart/form-data; boundary=x", begun + "a part that breaks off"),
                arguments("multipart/form-data; boundary=x", begun + "a whole part\r\n--x--\r\n"),
                arguments("multipart/mixed", "no boundary"));
    }

    private static List<Bad> everywhere() {
        List<Bad> bad = new ArrayList<>();
        PLACES.keySet().forEach(place -> {
            bad.add(at(place, "nul-character", "'secret\\u0000b'"));
            bad.add(at(place, "lone-surrogate", "'secret\\ud83d'"));
            bad.add(at(place, "string-too-long", "'secret" + "x".repeat(8_187) + "'"));
            bad.add(at(place, "number-too-long", "1".repeat(101)));
            bad.add(at(place, "too-deep", "[".repeat(17) + "]".repeat(17)).in("/0".repeat(16 - depth(place))));
            bad.add(at(place, "duplicate-key", "{'k':'secret','k':1}").in("/k"));
            for (String number : List.of("NaN", "Infinity", "-Infinity")) {
                bad.add(at(place, "not-a-number", number));
            }
            for (String number : List.of("01", ".5", "+1")) {
                bad.add(at(place, "malformed-json", number));
            }
        });
        return bad;
    }

    private static List<Bad> structures() {
        List<Bad> bad = new ArrayList<>();
        for (String rest : List.of(" {}", "x", "]", ",", "1", "null", "''", "}")) {
            bad.add(of("trailing-content", "", GOOD + rest));
        }
        for (String name :
                List.of("mood", "patientid", "PatientId", "form_id", "id", "answer", "extra", "submissionID")) {
            bad.add(with("unknown-member", name, "1"));
        }
        for (String number : List.of("0x1", "1.", "1e", "1e+", "1.e1", "1_0", "--1", "-")) {
            bad.add(at("/answers/q", "malformed-json", number));
        }
        for (String value : List.of("7", "true", "[]", "{}", "[[]]", "1e3", "false", "-0.5")) {
            bad.add(at("/patientId", "wrong-type", value));
            bad.add(at("/visit/id", "wrong-type", value));
        }
        for (String missing : List.of("'patientId':'secret-P',", "'formId':'F',", "," + ANSWERS)) {
            bad.add(of("missing-member", "/" + missing.split("'", -1)[1], GOOD.replace(missing, "")));
        }
        for (String blank : List.of("''", "' '", "null", "'\\u3000'", "'\\t'")) {
            bad.add(at("/patientId", blank.contains("t") ? "control-character" : "missing-member", blank));
            bad.add(at("/visit/id", blank.contains("t") ? "control-character" : "missing-member", blank));
        }
        return bad;
    }

    private static List<Bad> amounts() {
        String keys = IntStream.range(0, 501).mapToObj(i -> "'k" + i + "':1").collect(Collectors.joining(","));
        String items = IntStream.range(0, 501).mapToObj(Integer::toString).collect(Collectors.joining(","));
        List<Bad> bad = new ArrayList<>();
        for (String answers : List.of(
                "{" + keys + "}",
                "{'r':[" + items + "]}",
                "{'g':{" + keys + "}}",
                "{'g':{'h':{" + keys + "}}}",
                "{'r':[{" + keys + "}]}",
                "{'a':1," + keys + "}",
                "{'r':[" + items + "]," + keys + "}",
                "{'r':[" + items.replaceAll("\\d+", "'x'") + "]}")) {
            bad.add(of(
                    "too-many-answers", "/answers", "{'patientId':'secret-P','formId':'F','answers':" + answers + "}"));
        }
        return bad;
    }

    private static int depth(String place) {
        return place.split("/", -1).length - 1;
    }

    static Bad at(String place, String code, String value) {
        return of(code, place, GOOD.replace(PLACES.getOrDefault(place, ""), value));
    }

    /** With one more member at the beginning. */
    static Bad with(String code, String name, String value) {
        return of(code, "/" + name, "{'" + name + "':" + value + "," + GOOD.substring(1));
    }

    private static Bad of(String code, String pointer, String body) {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new Bad(code, pointer, new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
