package epro.intake.request;

import epro.intake.request.BadBodies.Bad;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Bodies with a text that is none, or not one of its kind. */
final class BadTexts {

    private BadTexts() {}

    static List<Bad> all() {
        List<Bad> bad = new ArrayList<>();
        encodings(bad);
        times(bad);
        ids(bad);
        lengths(bad);
        return bad;
    }

    private static void encodings(List<Bad> bad) {
        for (String bytes :
                List.of("c328", "a0a1", "e228a1", "e28228", "f0288cbc", "f888808080", "eda080", "c0af", "ff")) {
            String text = new String(HexFormat.of().parseHex(bytes), StandardCharsets.ISO_8859_1);
            String body = BadBodies.GOOD.replace("1", "'" + text + "'").replace('\'', '"');
            bad.add(new Bad("invalid-utf8", "", body));
        }
        for (String escape : List.of("\\u0001", "\\u001f", "\\u007f", "\\u0085", "\\n", "\\t", "\\r", "\\b")) {
            bad.add(BadBodies.at("/formId", "control-character", "'secret" + escape + "'"));
        }
    }

    private static void times(List<Bad> bad) {
        for (String time : List.of(
                "yesterday",
                "2026-02-30T00:00:00Z",
                "2026-03-01",
                "20:15",
                "2026-03-01T25:00:00Z",
                "1",
                "2026-03-01 20:15:00Z",
                "0001-01-01T00:00:00Z")) {
            bad.add(BadBodies.with("bad-time", "completedAt", "'" + time + "'"));
        }
        for (String time : List.of(
                "2026-03-01T20:15:00",
                "2026-03-01T20:15",
                "2026-03-01T20:15:00.5",
                "2026-03-01T00:00:00.123456789",
                "2024-02-29T12:00:00",
                "1999-12-31T23:59:59",
                "9999-12-31T23:59:59",
                "0001-01-01T00:00:00")) {
            bad.add(BadBodies.with("time-without-offset", "startedAt", "'" + time + "'"));
        }
    }

    private static void ids(List<Bad> bad) {
        for (String id : List.of("secret b", " ", "é", "a\\u3000b", "x".repeat(129), "😀", "编号", "ａ")) {
            bad.add(BadBodies.with("bad-submission-id", "submissionId", "'" + id + "'"));
        }
        for (String id : List.of("a\\u0007", "\\t", "a\\nb")) {
            bad.add(BadBodies.with("control-character", "submissionId", "'" + id + "'"));
        }
        for (String number : List.of(
                "13800138000",
                "+8613800138000",
                "0086 13800138000",
                "86 138 0013 8000",
                "138-0013-8000",
                "１３８００１３８０００",
                "11010519491231002X",
                "440524188001010014")) {
            bad.add(BadBodies.at("/patientId", "patientid-looks-personal", "'" + number + "'"));
        }
    }

    private static void lengths(List<Bad> bad) {
        String long201 = "'secret" + "x".repeat(195) + "'";
        for (String place : List.of("/patientId", "/formId", "/language", "/visit/id", "/client/app")) {
            bad.add(BadBodies.at(place, "text-too-long", long201));
        }
        for (String name : List.of("studyId", "siteId", "formVersion", "respondent", "completedAt")) {
            bad.add(BadBodies.with("text-too-long", name, long201));
        }
        for (String text : List.of("中".repeat(2_731), "é".repeat(4_097), "😀".repeat(2_049), "\\u4e2d".repeat(2_731))) {
            bad.add(BadBodies.at("/answers/q", "string-too-long", "'" + text + "'"));
        }
        String hundred = "1".repeat(100);
        for (String number : List.of(
                "-1" + hundred,
                "0." + hundred,
                "-0." + hundred,
                hundred + ".0",
                hundred + "e1",
                "1e" + hundred,
                "1E-" + hundred,
                "1.5e+" + hundred)) {
            bad.add(BadBodies.at("/answers/q", "number-too-long", number));
        }
    }
}
