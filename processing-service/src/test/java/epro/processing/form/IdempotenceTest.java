package epro.processing.form;

import static epro.processing.form.Questionnaires.form;
import static epro.processing.form.Questionnaires.json;
import static org.assertj.core.api.Assertions.assertThat;

import epro.schemas.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is answered: what is clean stays as it is, and is judged as before. */
class IdempotenceTest {
    private static final int ROUNDS = 5_000;
    private static final int DEPTH_MAX = 3;
    private static final List<String> LINK_IDS = List.of(
            "g", "r", "i", "d", "c", "o", "q", "t", "s", "u", "w", "b", "m", "n", "missing", "value", "code", "e", "x",
            "f", "k");
    private static final String ATOMS = """
            null,'',' ',true,0,3,-0,3.0,3e2,1e400,1e999999999,2.50,'3',' ３ ','+03','.5','5.','-','1e9','2026-11-23',
            ' ２０２６-11-23','2026','08:00','0８:00:00','a',' a','A','e\u0301',' é ','　','kg','https://example.org ',
            'c:\\\\x','line\\n','declined',{'missing':'declined'},{'missing':'x'},{'text':' other '},{'code':' a'},
            {'code':'２'},{'system':'s','code':'2'},{'value':' ７０','unit':' kg '},{'value':70,'code':'kg'},{},[]""";
    private static final String FORM = """
            {'linkId':'g','type':'group','required':true,'item':[
              {'linkId':'i','type':'integer','required':true},
              {'linkId':'d','type':'decimal','repeats':true}]},
            {'linkId':'r','type':'group','repeats':true,'item':[
              {'linkId':'q','type':'quantity'},
              {'linkId':'n','type':'group','repeats':true,'item':[{'linkId':'m','type':'time','required':true}]}]},
            {'linkId':'c','type':'choice','repeats':true,'answerOption':[
              {'valueCoding':{'system':'s','code':'2'}},{'valueInteger':3},{'valueString':'a'}]},
            {'linkId':'o','type':'open-choice','answerOption':[{'valueCoding':{'code':'é'}}]},
            {'linkId':'b','type':'boolean','item':[{'linkId':'w','type':'date'}]},
            {'linkId':'e','type':'decimal','enableWhen':[{'question':'b','operator':'=','answerBoolean':true}]},
            {'linkId':'f','type':'group','repeats':true,'item':[{'linkId':'x','type':'integer','enableBehavior':'any',
              'enableWhen':[{'question':'i','operator':'>','answerInteger':2},{'question':'c','operator':'exists','answerBoolean':true}]}]},
            {'linkId':'k','type':'integer','readOnly':true,'initial':[{'valueInteger':3}]},
            {'linkId':'t','type':'text','maxLength':4},{'linkId':'s','type':'string'},{'linkId':'u','type':'url'}""";

    private final List<JsonValue> atoms = ((JsonValue.Items) json("[" + ATOMS + "]")).values();

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_123, 987_654_321})
    void leavesWhatIsCleanAsItIs(long seed) {
        CompiledForm form = form(FORM);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int cleanings = 0;
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            JsonValue.Members answers = members(random, 0);

            Validation first = form.validate(answers);
            Validation second = form.validate(first.cleaned());

            assertThat(second.cleanings()).as("%s", answers).isEmpty();
            assertThat(second.cleaned()).isEqualTo(first.cleaned());
            assertThat(second.violations()).as("%s", answers).isEqualTo(first.violations());
            cleanings += first.cleanings().size();
            accepted += first.rejected() ? 0 : 1;
        }
        assertThat(cleanings).as("the answers had something to clean").isGreaterThan(ROUNDS / 10);
        assertThat(accepted).as("some of the answers were right").isPositive();
    }

    private JsonValue.Members members(RandomGenerator random, int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        int size = random.nextInt(6);
        for (int index = 0; index < size; index++) {
            members.put(LINK_IDS.get(random.nextInt(LINK_IDS.size())), value(random, depth + 1));
        }
        return new JsonValue.Members(members);
    }

    private JsonValue value(RandomGenerator random, int depth) {
        return switch (depth < DEPTH_MAX ? random.nextInt(5) : 4) {
            case 0 -> members(random, depth);
            case 1 -> items(random, depth);
            default -> atoms.get(random.nextInt(atoms.size()));
        };
    }

    private JsonValue items(RandomGenerator random, int depth) {
        List<JsonValue> items = new ArrayList<>();
        int size = random.nextInt(4);
        for (int index = 0; index < size; index++) {
            items.add(value(random, depth + 1));
        }
        return new JsonValue.Items(items);
    }
}
