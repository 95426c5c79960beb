package epro.processing.harm;

import static epro.processing.harm.HarmScene.before;
import static epro.processing.harm.HarmScene.findings;
import static epro.processing.harm.HarmScene.item;
import static epro.processing.harm.HarmScene.read;
import static epro.processing.harm.HarmScene.readWithoutForm;
import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.form.Questionnaires;
import epro.schemas.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmReaderTest {
    private static final String NAUSEA = item("f", "PROCTCAE_9A_SCL") + "," + item("s", "PROCTCAE_9B_SCL");
    private static final String BRUISING = item("b", "PROCTCAE_73A_IND");
    private static final String WITH_TEXT = NAUSEA + ",{'linkId':'t','type':'text','maxLength':20}";

    @Test
    void gradesASymptomFromAllItsAttributes() {
        assertThat(findings(read(NAUSEA, "{'f':3,'s':2}"))).isEqualTo("composite-grade nausea@f grade 2");
        assertThat(findings(read(NAUSEA, "{'f':1,'s':2}"))).isEmpty();
    }

    @Test
    void reportsASevereAttributeWhateverTheComposite() {
        assertThat(findings(read(item("s", "PROCTCAE_9B_SCL"), "{'s':3}")))
                .isEqualTo("severe-attribute nausea@s at least 0");
        assertThat(findings(read(NAUSEA, "{'f':1,'s':4}")))
                .isEqualTo("composite-grade nausea@f grade 2, severe-attribute nausea@s grade 2");
    }

    @Test
    void countsFollowUpsThatWereLeftOutBecauseThereWasNothingAsNothing() {
        HarmReading reading = read(NAUSEA, "{'f':0}");
        assertThat(findings(reading)).isEmpty();
        assertThat(reading.levels()).extracting(SymptomLevel::level).containsExactly(0, 0);
    }

    @Test
    void givesOnlyTheSmallestPossibleGradeWhereAnAnswerIsMissing() {
        assertThat(findings(read(NAUSEA, "{'f':4,'s':{'missing':'declined'}}"))).isEmpty();
        String pain = item("f", "PROCTCAE_48A_SCL") + "," + item("s", "PROCTCAE_48B_SCL") + ","
                + item("i", "PROCTCAE_48C_SCL");
        assertThat(findings(read(pain, "{'f':1,'s':1,'i':null}"))).isEmpty();
        assertThat(findings(read(pain, "{'f':4,'s':2}"))).isEqualTo("composite-grade pain@f at least 2");
        assertThat(findings(read(pain, "{'f':4,'s':4,'i':{'missing':'not-applicable'}}")))
                .isEqualTo("composite-grade pain@f at least 2, severe-attribute pain@s at least 2");
    }

    @Test
    void findsAnswersThatContradictEachOther() {
        assertThat(findings(read(NAUSEA, "{'f':0,'s':2}"))).isEqualTo("contradictory nausea@s grade 0");
    }

    @Test
    void findsARiseByTwoLevelsAgainstThePreviousOrTheFirstAnswer() {
        HarmReading reading = read(NAUSEA, "{'f':2,'s':2}");
        String worsening = "composite-grade nausea@f grade 2, worsening nausea@s grade 2";
        assertThat(findings(reading, before(Map.of("PROCTCAE_9B_SCL", 1)))).doesNotContain("worsening");
        assertThat(findings(reading, before(Map.of("PROCTCAE_9B_SCL", 0)))).isEqualTo(worsening);
        assertThat(findings(reading, before(Map.of("PROCTCAE_9B_SCL", 2), Map.of("PROCTCAE_9B_SCL", 0))))
                .isEqualTo(worsening);
    }

    @Test
    void findsWhatHasComeAndNotWhatWasThereBefore() {
        assertThat(findings(read(BRUISING, "{'b':1}"))).isEqualTo("presence bruising@b");
        assertThat(findings(read(BRUISING, "{'b':1}"), before(Map.of("PROCTCAE_73A_IND", 0))))
                .isEqualTo("presence bruising@b");
        assertThat(findings(read(BRUISING, "{'b':1}"), before(Map.of("PROCTCAE_73A_IND", 1))))
                .isEmpty();
    }

    @Test
    void readsARejectedSubmissionToTheAnswersThatItsFormDoesNotAllow() {
        String items = NAUSEA + ",{'linkId':'weight','type':'decimal','required':true},"
                + "{'linkId':'m','type':'integer','code':[{'system':'urn:nci:pro-ctcae','code':'PROCTCAE_1A_SCL'}],"
                + "'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/maxValue','valueInteger':2}]}";
        assertThat(findings(read(items, "{'f':4,'s':3,'m':4}")))
                .isEqualTo("composite-grade nausea@f grade 3, severe-attribute nausea@s grade 3,"
                        + " composite-grade dry-mouth@m grade 3, severe-attribute dry-mouth@m grade 3");
    }

    @Test
    void takesEveryRowOfARepeatingGroupForItself() {
        String group = "{'linkId':'day','type':'group','repeats':true,'item':[" + NAUSEA + "]}";
        assertThat(findings(read(group, "{'day':[{'f':1,'s':1},{'f':4,'s':4}]}")))
                .isEqualTo("composite-grade nausea@day[1].f grade 3, severe-attribute nausea@day[1].s grade 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'4'", "'４'", "{'code':'4'}", "{'system':'urn:levels','code':'4','display':'Very severe'}"})
    void readsALevelHoweverAnAppWritesIt(String level) {
        String choice =
                "{'linkId':'s','type':'choice','code':[{'system':'urn:nci:pro-ctcae','code':'PROCTCAE_1A_SCL'}]}";
        assertThat(findings(read(choice, "{'s':" + level + "}")))
                .isEqualTo("composite-grade dry-mouth@s grade 3, severe-attribute dry-mouth@s grade 3");
    }

    @Test
    void readsTheWeightOfAnOptionWhoseCodeIsNoLevel() {
        String choice =
                "{'linkId':'s','type':'choice','code':[{'system':'urn:nci:pro-ctcae','code':'PROCTCAE_1A_SCL'}],"
                        + "'answerOption':[{'valueCoding':{'code':'bad'},'extension':[{'url':"
                        + "'http://hl7.org/fhir/StructureDefinition/ordinalValue','valueDecimal':3}]}]}";
        assertThat(findings(read(choice, "{'s':'bad'}"))).contains("severe-attribute dry-mouth@s grade 3");
    }

    @Test
    void holdsNumbersAgainstTheThresholdsOfTheForm() {
        String items = "{'linkId':'temp','type':'decimal','extension':[{'url':'urn:epro:harm-threshold','extension':["
                + "{'url':'operator','valueCode':'>='},{'url':'value','valueDecimal':38.5},"
                + "{'url':'term','valueCoding':{'system':'urn:t','code':'fever','display':'Fever'}}]}]}";
        assertThat(findings(read(items, "{'temp':38.5}"))).isEqualTo("threshold fever@temp");
        assertThat(findings(read(items, "{'temp':38.4}"))).isEmpty();
    }

    @Test
    void refusesAThresholdThatMakesNoSense() {
        assertThat(Questionnaires.faults(Questionnaires.compiled(
                        "{'linkId':'t','type':'decimal','extension':[{'url':'urn:epro:harm-threshold','extension':["
                                + "{'url':'operator','valueCode':'~'},{'url':'value','valueString':'x'}]}]}")))
                .contains("wrong-value")
                .contains("wrong-type")
                .contains("missing");
    }

    @Test
    void takesAnyAnswerButTheFirstToTheLastQuestionOfThePhq9ForAThoughtOfSelfHarm() {
        String phq = "{'linkId':'q9','type':'integer','code':[{'system':'http://loinc.org','code':'44260-8'}]}";
        assertThat(findings(read(phq, "{'q9':1}"))).isEqualTo("self-harm suicidality@q9");
        assertThat(findings(read(phq, "{'q9':0}"))).isEmpty();
    }

    @Test
    void readsWordsForRedFlagsEvenWhereTheFormDoesNotTakeThem() {
        assertThat(findings(read(WITH_TEXT, "{'t':'my chest hurts'}"))).isEqualTo("red-flag chest-pain@t");
        assertThat(findings(read(WITH_TEXT, "{'t':'my chest hurts so that I can hardly write'}")))
                .isEqualTo("red-flag chest-pain@t");
        assertThat(findings(read(WITH_TEXT, "{'f':'my chest hurts'}"))).isEqualTo("red-flag chest-pain@f");
        assertThat(read(WITH_TEXT, "{'t':'fine'}").texts())
                .extracting(FreeText::path)
                .containsExactly("t");
    }

    @Test
    void readsWhatItCanWhereTheFormIsUnknown() {
        assertThat(findings(readWithoutForm("{'PROCTCAE_1A_SCL':4,'note':'pressure on my chest','other':{'a':[1]}}")))
                .isEqualTo("composite-grade dry-mouth@PROCTCAE_1A_SCL grade 3,"
                        + " severe-attribute dry-mouth@PROCTCAE_1A_SCL grade 3, red-flag chest-pain@note");
    }

    @Test
    void failsOnNoAnswerHoweverOdd() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            JsonValue.Members odd = (JsonValue.Members) oddObject(random, 4);
            assertThat(HarmScene.read(WITH_TEXT, odd).findings(PreviousLevels.NONE))
                    .isNotNull();
            assertThat(HarmScene.readWithoutForm(odd)).isNotNull();
        }
    }

    private static JsonValue odd(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 ->
                new JsonValue.Text(List.of("", "4", "chest", "１", "yes", "-0.0").get(random.nextInt(6)));
            case 1 ->
                new JsonValue.NumberText(
                        List.of("4", "1e400", "-0", "3.5", "99999999999999").get(random.nextInt(5)));
            case 2 -> new JsonValue.Flag(random.nextBoolean());
            case 3 -> new JsonValue.Null();
            case 4 -> new JsonValue.Members(Map.of("code", new JsonValue.Null(), "value", new JsonValue.Text("4")));
            case 5 ->
                new JsonValue.Items(Stream.generate(() -> odd(random, depth - 1))
                        .limit(random.nextInt(4))
                        .toList());
            default -> oddObject(random, depth - 1);
        };
    }

    private static JsonValue oddObject(Random random, int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (String name : List.of("f", "s", "t", "PROCTCAE_1A_SCL", "missing", "")) {
            if (random.nextBoolean()) {
                members.put(name, odd(random, depth));
            }
        }
        return new JsonValue.Members(members);
    }
}
