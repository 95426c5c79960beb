package epro.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import epro.schemas.event.Answer;
import epro.schemas.event.AnswerKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerJsonTest {

    private static final List<String> NAMES =
            List.of("", "missing", "code", "system", "display", "value", "unit", "text", "a", "b");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    null                                            | SKIPPED
                    "a"                                             | TEXT
                    ""                                              | TEXT
                    1.50                                            | NUMBER
                    false                                           | BOOLEAN
                    []                                              | REPEAT
                    [1,[null]]                                      | REPEAT
                    {"missing":"declined"}                          | MISSING
                    {"missing":null}                                | GROUP
                    {"missing":"declined","a":1}                    | GROUP
                    {"code":"c"}                                    | CODING
                    {"code":"c","display":"d","system":"s"}         | CODING
                    {"code":1}                                      | GROUP
                    {"system":"s"}                                  | GROUP
                    {"code":"c","a":"b"}                            | GROUP
                    {"value":1,"unit":"kg"}                         | QUANTITY
                    {"value":"1","unit":"kg","system":"s","code":"c"} | QUANTITY
                    {"value":true}                                  | GROUP
                    {"value":1,"unit":2}                            | GROUP
                    {"unit":"kg"}                                   | GROUP
                    {}                                              | GROUP
                    """)
    void theShapeOfTheJsonDecidesTheKind(String json, AnswerKind kind) {
        JsonValue.Members members = members("{\"q\":" + json + "}");

        List<Answer> answers = AnswerJson.toAnswers(members);

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.getLinkId()).isEqualTo("q");
            assertThat(answer.getKind()).isEqualTo(kind);
        });
        assertThat(AnswerJson.toJson(answers)).isEqualTo(members);
    }

    @Test
    void whateverJsonSaysComesBack() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261123);
        for (int i = 0; i < 20_000; i++) {
            JsonValue.Members members = randomMembers(random, 3);
            assertThat(AnswerJson.toJson(AnswerJson.toAnswers(members))).isEqualTo(members);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN", "MISSING", "TEXT", "NUMBER", "BOOLEAN", "CODING", "QUANTITY"})
    void refusesAnAnswerThatLacksWhatItsKindNeeds(AnswerKind kind) {
        Answer hollow = Answer.newBuilder().setLinkId("q").setKind(kind).build();

        assertThatIllegalArgumentException().isThrownBy(() -> AnswerJson.toJson(List.of(hollow)));
    }

    @Test
    void refusesTwoAnswersToOneItem() {
        Answer skipped =
                Answer.newBuilder().setLinkId("q").setKind(AnswerKind.SKIPPED).build();

        assertThatIllegalArgumentException().isThrownBy(() -> AnswerJson.toJson(List.of(skipped, skipped)));
    }

    @Test
    void refusesANumberThatIsNone() {
        Answer smuggled = Answer.newBuilder()
                .setLinkId("q")
                .setKind(AnswerKind.NUMBER)
                .setNumber("1,\"x\":2")
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AnswerJson.toJson(List.of(smuggled)))
                .withMessage("not a JSON number");
    }

    @Test
    void refusesAnswersTooDeepToWalk() {
        Answer answer = Answer.newBuilder().setKind(AnswerKind.SKIPPED).build();
        for (int depth = 0; depth < 10_000; depth++) {
            answer = Answer.newBuilder()
                    .setKind(AnswerKind.REPEAT)
                    .setAnswers(List.of(answer))
                    .build();
        }
        List<Answer> deep = List.of(answer);

        assertThatIllegalArgumentException().isThrownBy(() -> AnswerJson.toJson(deep));
    }

    private static JsonValue.Members randomMembers(RandomGenerator random, int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            members.put(NAMES.get(random.nextInt(NAMES.size())), randomValue(random, depth - 1));
        }
        return new JsonValue.Members(members);
    }

    private static JsonValue randomValue(RandomGenerator random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> new JsonValue.Null();
            case 1 -> new JsonValue.Flag(random.nextBoolean());
            case 2 -> new JsonValue.NumberText("-" + random.nextInt(100) + ".0");
            case 6 -> randomMembers(random, depth);
            case 7 -> randomItems(random, depth);
            default -> new JsonValue.Text(Integer.toString(random.nextInt(100)));
        };
    }

    private static JsonValue randomItems(RandomGenerator random, int depth) {
        List<JsonValue> items = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            items.add(randomValue(random, depth - 1));
        }
        return new JsonValue.Items(items);
    }

    private static JsonValue.Members members(String json) {
        return (JsonValue.Members) StrictJson.read(json.getBytes(StandardCharsets.UTF_8), Limits.STANDARD);
    }
}
