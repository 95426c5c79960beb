package epro.processing.form;

import static epro.processing.form.Questionnaires.validate;
import static epro.processing.form.Questionnaires.violations;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operator over every type of answer. */
class ConditionTypesTest {

    @ParameterizedTest(name = "{0}: {1} {2} {3} → {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            boolean  | true         | =  | 'answerBoolean':true      | yes
            boolean  | false        | =  | 'answerBoolean':true      | no
            boolean  | false        | != | 'answerBoolean':true      | yes
            boolean  | false        | exists | 'answerBoolean':true  | yes
            boolean  | null         | exists | 'answerBoolean':true  | no
            boolean  | null         | exists | 'answerBoolean':false | yes
            boolean  | {'missing':'declined'} | exists | 'answerBoolean':false | yes
            boolean  | null         | =  | 'answerBoolean':true      | no
            boolean  | null         | != | 'answerBoolean':true      | yes
            integer  | 3            | =  | 'answerInteger':3         | yes
            integer  | '３'         | =  | 'answerInteger':3         | yes
            integer  | ' 3.0'       | =  | 'answerInteger':3         | yes
            integer  | 4            | =  | 'answerInteger':3         | no
            integer  | 4            | != | 'answerInteger':3         | yes
            integer  | 3            | != | 'answerInteger':3         | no
            integer  | 10           | >  | 'answerInteger':9         | yes
            integer  | 9            | >  | 'answerInteger':9         | no
            integer  | 9            | >= | 'answerInteger':9         | yes
            integer  | 8            | <  | 'answerInteger':9         | yes
            integer  | 9            | <  | 'answerInteger':9         | no
            integer  | 9            | <= | 'answerInteger':9         | yes
            integer  | 10           | <= | 'answerInteger':9         | no
            integer  | null         | >= | 'answerInteger':-9        | no
            decimal  | 38.50        | =  | 'answerDecimal':38.5      | yes
            decimal  | '+38.51'     | >  | 'answerDecimal':38.5      | yes
            decimal  | 38           | <  | 'answerDecimal':38.5      | yes
            decimal  | 38           | >= | 'answerInteger':38        | yes
            date     | '2026-11-23' | =  | 'answerDate':'2026-11-23' | yes
            date     | ' ２０２６-11-23' | = | 'answerDate':'2026-11-23' | yes
            date     | '2026-11-24' | >  | 'answerDate':'2026-11-23' | yes
            date     | '2026-11-22' | >= | 'answerDate':'2026-11-23' | no
            date     | '2026'       | <  | 'answerDate':'2027-01-01' | yes
            date     | '2026-11'    | =  | 'answerDate':'2026-11-23' | no
            date     | '2026-11'    | >= | 'answerDate':'2026-11-23' | no
            date     | '2026-11'    | <= | 'answerDate':'2026-11-23' | no
            dateTime | '2026-11-23T08:00:00+08:00' | = | 'answerDateTime':'2026-11-23T00:00:00Z' | yes
            dateTime | '2026-11-23T08:00:01+08:00' | > | 'answerDateTime':'2026-11-23T00:00:00Z' | yes
            dateTime | '2026-11-23T08:00:00+08:00' | < | 'answerDate':'2026-11-24' | yes
            time     | '08:00'      | =  | 'answerTime':'08:00:00'   | yes
            time     | '07:59:59'   | <  | 'answerTime':'08:00:00'   | yes
            string   | 'rice'       | =  | 'answerString':'rice'     | yes
            string   | 'Rice'       | =  | 'answerString':'rice'     | no
            string   | 'Rice'       | != | 'answerString':'rice'     | yes
            text     | 'rice'       | =  | 'answerString':'rice'     | yes
            url      | 'urn:a '     | =  | 'answerString':'urn:a'    | yes
            choice   | 'a'          | =  | 'answerCoding':{'code':'a'} | yes
            choice   | {'system':'s','code':'a'} | = | 'answerCoding':{'code':'a','display':'A'} | yes
            choice   | {'system':'s','code':'a'} | = | 'answerCoding':{'system':'t','code':'a'} | no
            choice   | {'system':'s','code':'a'} | != | 'answerCoding':{'system':'t','code':'a'} | yes
            open-choice | 'a'       | =  | 'answerCoding':{'code':'a'} | yes
            open-choice | {'text':'a'} | = | 'answerCoding':{'code':'a'} | no
            open-choice | {'text':'other'} | = | 'answerString':'other' | yes
            open-choice | {'text':'other'} | exists | 'answerBoolean':true | yes
            quantity | {'value':70,'unit':'kg'}  | = | 'answerQuantity':{'value':70.0,'unit':'kg'} | yes
            quantity | {'value':71,'code':'kg'}  | > | 'answerQuantity':{'value':70,'code':'kg'} | yes
            quantity | {'value':'71','code':'kg'} | >= | 'answerQuantity':{'value':70,'code':'kg'} | yes
            quantity | {'value':71000,'code':'g'} | > | 'answerQuantity':{'value':70,'code':'kg'} | no
            quantity | {'value':71,'code':'g'}   | != | 'answerQuantity':{'value':71,'code':'kg'} | yes
            quantity | {'value':71}              | > | 'answerQuantity':{'value':70,'code':'kg'} | no
            quantity | {'value':71,'code':'kg'}  | > | 'answerQuantity':{'value':70} | yes
            reference | {'reference':'Patient/1','display':'P'} | = | 'answerReference':{'reference':'Patient/1'} | yes
            reference | {'reference':'Patient/2'} | = | 'answerReference':{'reference':'Patient/1'} | no
            attachment | {'url':'urn:a'} | exists | 'answerBoolean':true | yes
            """)
    void saysWhetherAConditionHolds(String type, String answer, String operator, String condition, String holds) {
        assertHolds("'" + type + "'", answer, operator, condition, holds);
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3} → {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'integer','repeats':true | [1,5]   | >  | 'answerInteger':4 | yes
            'integer','repeats':true | [1,'５'] | = | 'answerInteger':5 | yes
            'integer','repeats':true | [1,5]   | != | 'answerInteger':5 | no
            'integer','repeats':true | [1,2]   | != | 'answerInteger':5 | yes
            'integer','repeats':true | []      | exists | 'answerBoolean':true | no
            'integer','repeats':true | [null]  | exists | 'answerBoolean':true | no
            'integer','repeats':true | [null,1] | exists | 'answerBoolean':true | yes
            """)
    void takesAnyOfSeveralAnswers(String type, String answer, String operator, String condition, String holds) {
        assertHolds(type, answer, operator, condition, holds);
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3} → {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{'valueCoding':{'system':'s','code':'2'}}] | 2    | =  | 'answerCoding':{'code':'2'} | yes
            [{'valueCoding':{'system':'s','code':'2'}}] | '２' | =  | 'answerCoding':{'system':'s','code':'2'} | yes
            [{'valueInteger':0},{'valueInteger':3}]     | '3'  | >  | 'answerInteger':0 | yes
            [{'valueInteger':0},{'valueInteger':3}]     | {'code':'3'} | >= | 'answerInteger':2 | yes
            [{'valueInteger':0},{'valueInteger':3}]     | 0    | >  | 'answerInteger':0 | no
            [{'valueString':'x'},{'valueString':'y'}]   | 'x'  | =  | 'answerString':'x' | yes
            [{'valueString':'x'},{'valueString':'y'}]   | 'y'  | !=  | 'answerString':'x' | yes
            [{'valueDate':'2026-11-23'}]                | '2026-11-23' | >= | 'answerDate':'2026-11-01' | yes
            """)
    void knowsOptionsAsTheyAreOffered(String options, String answer, String operator, String condition, String holds) {
        assertHolds("'choice','answerOption':" + options, answer, operator, condition, holds);
    }

    private static void assertHolds(String type, String answer, String operator, String condition, String holds) {
        String form = "{'linkId':'q','type':" + type + "},{'linkId':'e','type':'boolean','required':true,"
                + "'enableWhen':[{'question':'q','operator':'" + operator + "'," + condition + "}]}";

        assertThat(violations(validate(form, "{'q':" + answer + "}")))
                .isEqualTo(holds.equals("yes") ? "e required" : "");
        assertThat(violations(validate(form, "{'q':" + answer + ",'e':true}")))
                .isEqualTo(holds.equals("yes") ? "" : "e disabled-item");
    }
}
