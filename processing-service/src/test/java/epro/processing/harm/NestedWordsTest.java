package epro.processing.harm;

import static epro.processing.harm.HarmScene.findings;
import static epro.processing.harm.HarmScene.read;
import static epro.processing.harm.HarmScene.readWithoutForm;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words are read however deep they stand, whether the form takes the answer or does not, or is not there. */
class NestedWordsTest {
    private static final String FORM = """
            {'linkId':'note','type':'text'},{'linkId':'notes','type':'text','repeats':true},{'linkId':'number','type':'integer'},
            {'linkId':'pick','type':'open-choice'},{'linkId':'yes','type':'boolean'},
            {'linkId':'g','type':'group','item':[{'linkId':'inner','type':'string'}]},
            {'linkId':'rows','type':'group','repeats':true,'item':[{'linkId':'remark','type':'text'}]}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'note':'chest'}",
                "{'notes':['well','chest']}",
                "{'notes':[['well',['chest']]]}",
                "{'note':['chest']}",
                "{'note':['well','chest']}",
                "{'note':{'value':'chest'}}",
                "{'note':{'text':'chest'}}",
                "{'note':{'text':{'value':['chest']}}}",
                "{'note':{'said':'chest'}}",
                "{'number':'chest'}",
                "{'number':{'value':'chest'}}",
                "{'yes':[{'value':'chest'}]}",
                "{'pick':{'text':'chest'}}",
                "{'pick':'chest'}",
                "{'pick':[{'display':'chest'}]}",
                "{'g':{'inner':'chest'}}",
                "{'g':{'inner':{'value':'chest'}}}",
                "{'g':['chest']}",
                "{'g':'chest'}",
                "{'rows':[{'remark':'well'},{'remark':'chest'}]}",
                "{'rows':[{'remark':[{'value':'chest'}]}]}",
                "{'rows':[[{'remark':'chest'}]]}",
                "{'rows':{'remark':'chest'}}",
                "{'stranger':{'value':'chest'}}",
                "{'stranger':[[{'a':{'text':['chest']}}]]}",
                "{'stranger':{'title':'chest'}}"
            })
    void findsTheWordsWhereverTheyStand(String answers) {
        assertThat(findings(read(FORM, answers))).startsWith("red-flag chest-pain@");
        assertThat(findings(readWithoutForm(answers))).startsWith("red-flag chest-pain@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'number':{'code':'chest'}}",
                "{'stranger':{'code':'chest','display':'chest'}}",
                "{'stranger':{'system':'chest','code':'1'}}",
                "{'stranger':{'value':3,'unit':'chest'}}",
                "{'stranger':{'missing':'chest'}}",
                "{'stranger':{'reference':'chest'}}",
                "{'stranger':{'contentType':'chest','url':'chest'}}",
                "{'stranger':[null,true,4,{}]}",
                "{'note':null}",
                "{'notes':[]}"
            })
    void readsNothingThatNobodyWrites(String answers) {
        assertThat(findings(read(FORM, answers))).isEmpty();
        assertThat(findings(readWithoutForm(answers))).isEmpty();
    }
}
