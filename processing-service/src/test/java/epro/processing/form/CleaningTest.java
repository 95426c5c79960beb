package epro.processing.form;

import static epro.processing.form.Questionnaires.text;
import static epro.processing.form.Questionnaires.validate;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cleaning makes of answers, by which rules, and what it leaves alone. */
class CleaningTest {

    @ParameterizedTest(name = "{0}: {1} → {2} by {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            integer  | 3         | 3      |
            integer  | '3'       | 3      | number
            integer  | '３'      | 3      | ascii-digits number
            integer  | '　３７ ' | 37     | trim ascii-digits number
            integer  | '－５'    | -5     | ascii-digits number
            integer  | '+03'     | 3      | number
            integer  | 3.0       | 3      | integer
            integer  | '3.00'    | 3      | number integer
            integer  | 3e2       | 300    | integer
            integer  | -0        | 0      | integer
            integer  | 3.5       | 3.5    |
            integer  | '3 4'     | '3 4'  |
            integer  | '3,000'   | '3,000' |
            integer  | '0x10'    | '0x10' |
            integer  | '1e999999999' | 1e999999999 | number
            decimal  | '36.6'    | 36.6   | number
            decimal  | '３６．６' | 36.6  | ascii-digits number
            decimal  | '.5'      | 0.5    | number
            decimal  | '5.'      | 5      | number
            decimal  | '-0.50'   | -0.50  | number
            decimal  | 36.60     | 36.60  |
            decimal  | '-'       | '-'    |
            decimal  | 'e5'      | 'e5'   |
            decimal  | '.'       | '.'    |
            decimal  | 'NaN'     | 'NaN'  |
            date     | ' 2026-11-23 '   | '2026-11-23' | trim
            date     | '２０２６-11-23' | '2026-11-23' | ascii-digits
            time     | '０８：００'     | '08:00'      | ascii-digits
            url      | ' https://example.org' | 'https://example.org' | trim
            choice   | '\\ta\\n'   | 'a'    | trim
            choice   | 'e\u0301'   | 'é'    | nfc
            choice   | {'code':' a','display':' A '} | {'code':'a','display':' A '} | trim
            quantity | {'value':'７０','unit':' kg'} | {'unit':'kg','value':70} | trim ascii-digits number
            quantity | {'value':70,'unit':'kg２'}    | {'unit':'kg２','value':70} |
            boolean  | ' true '    | ' true '    |
            string   | '  ３ '     | '  ３ '     |
            string   | 'e\u0301'   | 'e\u0301'   |
            text     | '\\n  好痛 　' | '\\n  好痛 　' |
            open-choice | {'text':' ３ '} | {'text':' ３ '} |
            """)
    void makesAnswersWhatTheyWereMeantToBe(String type, String answer, String cleaned, @Nullable String rules) {
        Validation validation = validate("{'linkId':'q','type':'" + type + "'}", "{'q':" + answer + "}");

        assertThat(text(validation.cleaned())).isEqualTo("{'q':" + cleaned + "}");
        assertThat(validation.cleanings().stream().map(Cleaning::rule).collect(Collectors.joining(" ")))
                .isEqualTo(rules == null ? "" : rules);
    }

    @Test
    void keepsWhatWasReceivedBesideWhatIsCleaned() {
        String form = "{'linkId':'r','type':'group','repeats':true,'item':[{'linkId':'q','type':'integer'}]}";

        Validation validation = validate(form, "{'r':[{'q':1},{'q':' 3'}]}");

        assertThat(validation.cleanings())
                .extracting(one -> one.path() + " " + one.rule() + " " + text(one.before()) + " " + text(one.after()))
                .containsExactly("r[1].q trim ' 3' '3'", "r[1].q number '3' 3");
        assertThat(text(validation.cleaned())).isEqualTo("{'r':[{'q':1},{'q':3}]}");
    }

    @Test
    void keepsTheOrderAndTheObjectsThatAnswersCameIn() {
        String form = "{'linkId':'g','type':'group','item':[{'linkId':'a','type':'integer'}]},"
                + "{'linkId':'b','type':'integer','repeats':true}";

        Validation validation = validate(form, "{'x':' 9','b':['1',null,'2'],'g':{'b':' 9','a':'3'}}");

        assertThat(validation.cleaned().values().keySet()).containsExactly("x", "b", "g");
        assertThat(text(validation.cleaned())).isEqualTo("{'b':[1,null,2],'g':{'a':3,'b':' 9'},'x':' 9'}");
    }
}
