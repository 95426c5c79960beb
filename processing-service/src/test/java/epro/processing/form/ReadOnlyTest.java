package epro.processing.form;

import static epro.processing.form.Questionnaires.validate;
import static epro.processing.form.Questionnaires.violations;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A read-only item that has defaults comes back with them, or without an answer; what else comes is marked. */
class ReadOnlyTest {

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'integer','initial':[{'valueInteger':3}]             | 3     |
            'integer','initial':[{'valueInteger':3}]             | '３'  |
            'integer','initial':[{'valueInteger':3}]             | null  |
            'integer','initial':[{'valueInteger':3}]             | 4     | not-an-option
            'integer','initial':[{'valueInteger':3}]             | 'x'   | wrong-type
            'integer','repeats':true,'initial':[{'valueInteger':3},{'valueInteger':4}] | [4] |
            'integer','repeats':true,'initial':[{'valueInteger':3},{'valueInteger':4}] | [4,5] | not-an-option
            'decimal','initial':[{'valueDecimal':1.50}]          | 1.5   |
            'date','initial':[{'valueDate':'2026-11-23'}]        | '2026-11-24' | not-an-option
            'dateTime','initial':[{'valueDateTime':'2026-11-23T08:00:00+08:00'}] | '2026-11-23T00:00:00Z' |
            'string','initial':[{'valueString':'x'}]             | 'y'   | not-an-option
            'url','initial':[{'valueUri':'urn:a'}]               | 'urn:a ' |
            'choice','initial':[{'valueCoding':{'system':'s','code':'a'}}] | 'a' |
            'choice','initial':[{'valueCoding':{'system':'s','code':'a'}}] | 'b' | not-an-option
            'choice','answerOption':[{'valueString':'a','initialSelected':true},{'valueString':'b'}] | 'a' |
            'choice','answerOption':[{'valueString':'a','initialSelected':true},{'valueString':'b'}] | 'b' | not-an-option
            'quantity','initial':[{'valueQuantity':{'value':1,'unit':'kg'}}] | {'value':1.0,'unit':'kg'} |
            'quantity','initial':[{'valueQuantity':{'value':1,'unit':'kg'}}] | {'value':1,'unit':'g'}  | not-an-option
            'integer'                                            | 4     |
            """)
    void keepsItsDefaults(String type, String answer, @Nullable String code) {
        String item = "{'linkId':'q','readOnly':true,'type':" + type + "}";

        Validation validation = validate(item, "{'q':" + answer + "}");

        assertThat(violations(validation)).isEqualTo(code == null ? "" : "q " + code);
        assertThat(validation.rejected()).isEqualTo("wrong-type".equals(code));
        assertThat(violations(validate(item.replace("'readOnly':true", "'readOnly':false"), "{'q':" + answer + "}")))
                .isEqualTo("not-an-option".equals(code) ? "" : code == null ? "" : "q " + code);
    }
}
