package epro.e2e.realdata;

import epro.schemas.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes an instrument as a FHIR R4 Questionnaire. */
final class Fhir {

    private static final String EXTENSION = "http://hl7.org/fhir/StructureDefinition/";

    private Fhir() {}

    static JsonValue.Members questionnaire(Instrument instrument) {
        Map<String, JsonValue> questionnaire = new LinkedHashMap<>();
        questionnaire.put("resourceType", text("Questionnaire"));
        questionnaire.put("id", text(instrument.formId()));
        questionnaire.put("url", text("https://epro.example/Questionnaire/" + instrument.formId()));
        questionnaire.put("version", text(Instrument.VERSION));
        questionnaire.put("title", text(instrument.title()));
        questionnaire.put("status", text("active"));
        questionnaire.put(
                "item",
                new JsonValue.Items(instrument.items().stream().map(Fhir::item).toList()));
        return new JsonValue.Members(questionnaire);
    }

    private static JsonValue item(Item item) {
        Map<String, JsonValue> written = new LinkedHashMap<>();
        written.put("linkId", text(item.linkId()));
        written.put("text", text(item.text()));
        written.put("required", new JsonValue.Flag(item.required()));
        switch (item.answerable()) {
            case Answerable.Range(BigDecimal least, BigDecimal most) -> {
                written.put("type", text("decimal"));
                written.put("extension", list(bound("minValue", least), bound("maxValue", most)));
            }
            case Answerable.Options(var codes) -> {
                written.put("type", text("choice"));
                written.put(
                        "answerOption",
                        new JsonValue.Items(codes.stream().map(Fhir::option).toList()));
            }
            case Answerable.Words() -> written.put("type", text("text"));
        }
        return new JsonValue.Members(written);
    }

    private static JsonValue bound(String name, BigDecimal value) {
        return members("url", text(EXTENSION + name), "valueDecimal", new JsonValue.NumberText(value.toPlainString()));
    }

    private static JsonValue option(String code) {
        return new JsonValue.Members(new LinkedHashMap<>(
                Map.of("valueCoding", new JsonValue.Members(new LinkedHashMap<>(Map.of("code", text(code)))))));
    }

    private static JsonValue members(String first, JsonValue firstValue, String second, JsonValue secondValue) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(first, firstValue);
        members.put(second, secondValue);
        return new JsonValue.Members(members);
    }

    private static JsonValue list(JsonValue... values) {
        return new JsonValue.Items(List.of(values));
    }

    private static JsonValue text(String text) {
        return new JsonValue.Text(text);
    }
}
