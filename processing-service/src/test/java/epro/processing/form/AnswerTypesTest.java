package epro.processing.form;

import static epro.processing.form.Questionnaires.validate;
import static epro.processing.form.Questionnaires.violations;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each type of item: what it takes, and what it says of the rest. */
class AnswerTypesTest {
    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            boolean   | true                          |
            boolean   | 'true'                        | wrong-type
            boolean   | 1                             | wrong-type
            integer   | 3                             |
            integer   | -2147483648                   |
            integer   | 2147483648                    | out-of-range
            integer   | 3.5                           | wrong-type
            integer   | 1e400                         | out-of-range
            integer   | 1e999999999                   | out-of-range
            integer   | 1e-999999999                  | out-of-range
            integer   | true                          | wrong-type
            integer   | 'three'                       | wrong-type
            integer   | {'value':3}                   | wrong-type
            decimal   | 36.6                          |
            decimal   | 1e400                         |
            decimal   | 0e99999                       | out-of-range
            decimal   | 1e99999                       | out-of-range
            decimal   | '36,6'                        | wrong-type
            decimal   | '36.6 C'                      | wrong-type
            date      | '2026-11-23'                  |
            date      | '2026-11'                     |
            date      | '2026'                        |
            date      | '2026-02-30'                  | wrong-type
            date      | '23.11.2026'                  | wrong-type
            date      | '2026-11-23T08:00:00Z'        | wrong-type
            date      | '+2026-11-23'                 | wrong-type
            date      | 20261123                      | wrong-type
            dateTime  | '2026-11-23T08:00:00+08:00'   |
            dateTime  | '2026-11-23T08:00:00.125Z'    |
            dateTime  | '2026-11-23T08:00Z'           |
            dateTime  | '2026-11-23'                  |
            dateTime  | '2026-11-23T08:00:00'         | wrong-type
            dateTime  | '2026-11-23T25:00:00Z'        | wrong-type
            time      | '08:00:00'                    |
            time      | '08:00'                       |
            time      | '24:00:00'                    | wrong-type
            time      | '8 am'                        | wrong-type
            string    | ' as typed '                  |
            string    | 3                             | wrong-type
            string    | ['a']                         | wrong-type
            text      | 'any'                         |
            text      | {'code':'a'}                  | wrong-type
            url       | 'https://example.org/a?b=c'   |
            url       | 'urn:uuid:c757873d-ec9a-4326-a141-556f43239520' |
            url       | 'urn:uuid:c757873d-ec9a-4326-a141-556f43239520asdf' | wrong-type
            url       | 'urn:uuid:nothing'           | wrong-type
            url       | 'c:\\\\temp\\\\a.txt'         | wrong-type
            url       | 'https://exa mple.org'        | wrong-type
            choice    | 'anything'                    |
            choice    | {'system':'s','code':'c'}     |
            choice    | {'system':'s'}                | wrong-type
            choice    | {'code':'c','extra':'x'}      | wrong-type
            choice    | {'text':'other'}              | wrong-type
            choice    | true                          | wrong-type
            open-choice | 'code'                      |
            open-choice | {'text':'other'}            |
            open-choice | {'text':3}                  | wrong-type
            quantity  | {'value':70.5,'unit':'kg'}    |
            quantity  | {'value':70.5}                |
            quantity  | {'unit':'kg'}                 | wrong-type
            quantity  | {'value':'heavy','unit':'kg'} | wrong-type
            quantity  | {'value':1,'comparator':'<'}  | wrong-type
            quantity  | 70.5                          | wrong-type
            attachment | {'contentType':'image/png','data':'AAAA'} |
            attachment | {'contentType':'image/png','url':'https://example.org/a.png'} |
            attachment | {'contentType':'image/png','data':'?'} | wrong-type
            attachment | {'contentType':'image/png'}  | wrong-type
            attachment | 'AAAA'                       | wrong-type
            reference | {'reference':'Patient/1'}     |
            reference | {'identifier':{'value':'1'}}  |
            reference | {'display':'somebody'}        | wrong-type
            reference | 'Patient/1'                   | wrong-type
            """)
    void takesWhatIsOfItsType(String type, String answer, @Nullable String code) {
        Validation validation = validate("{'linkId':'q','type':'" + type + "'}", "{'q':" + answer + "}");

        assertThat(violations(validation)).isEqualTo(code == null ? "" : "q " + code);
    }
}
