package epro.processing.form.fhircases;

import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.form.Compiled;
import epro.processing.form.CompiledForm;
import epro.processing.form.FormCompiler;
import epro.processing.form.Questionnaires;
import epro.processing.form.Validation;
import epro.schemas.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Validation cases of FHIR/fhir-test-cases (Apache-2.0). Those that forms are to agree with, and why they can't with the others,
 * is listed in docs/forms.md too.
 */
class FhirCasesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            qr                           | 2 not-an-option, 3 unknown-item | {'2':['B'],'3':null}
            questionnaireResponse-enableWhen-test-fail | enable-when disabled-item | {'enable-when':null}
            attachment-content-type-qr   | q1 not-an-option  | {'q1':{'contentType':'image/gif','data':'R0lG'}}
            attachment-max-size-qr       | q1 too-long       | {'q1':{'contentType':'application/pdf','data':'JVBE','size':3}}
            choice-answer-option-exclusive-qr | q1 too-many  | {'q1':[{'system':'http://example.org','code':'c2'}]}
            choice-answer-option-qr      | q1 not-an-option  | {'q1':[{'system':'http://example.org','code':'c1'},{'system':'http://example.org','code':'c2'}]}
            date-time-min-max-qr         | q1 out-of-range, q1 out-of-range | {'q1':['2021','2020','2022-06-30']}
            decimal-invalid-type-qr      | q1 wrong-type     | {'q1':1.5}
            group-with-string-qr         | q2 required       | {'q2':'a2 smile'}
            quantity-units-invalid-qr    | q1 not-an-option  | {'q1':[{'value':10,'unit':'kilometer','system':'http://unitsofmeasure.org','code':'km'}]}
            string-min-occurs-qr         | q1 too-few        | {'q1':['one','two']}
            string-regex-qr              | q1 pattern        | {'q1':['fasdfa@test.com.au']}
            text-invalid-type-qr         | q1 wrong-type     | {'q1':'a1 smile'}
            time-qr                      | q1 not-an-option  | {'q1':['10:00:00','11:00:00']}
            url-invalid-type-qr          | q1 wrong-type     | {'q1':'https://example.org'}
            url-value-qr                 | q1 wrong-type, q1 wrong-type | {'q1':['Patient/1','https://example.org/Patient/1','urn:uuid:c757873d-ec9a-4326-a141-556f43239520']}
            """)
    void areRefusedForWhatIsWrongAndTakenOnceThatIsRepaired(String name, String violations, String repair) {
        FhirCase invalid = FhirCase.named(name);
        CompiledForm form = form(invalid);
        JsonValue.Members answers = answers(invalid);

        Validation refused = form.validate(answers);
        Validation repaired = form.validate(repaired(answers, (JsonValue.Members) Questionnaires.json(repair)));

        assertThat(invalid.valid()).isFalse();
        assertThat(refused.rejected()).isTrue();
        assertThat(violations(refused)).isEqualTo(violations);
        assertThat(violations(repaired)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attachment-qr",
                "integer-qr",
                "quantity-units-qr",
                "questionnaire-draft-qr",
                "questionnaire-inactive-start-qr",
                "reference-absolute-qr",
                "reference-relative-qr"
            })
    void areTakenWhereNothingIsWrong(String name) {
        FhirCase valid = FhirCase.named(name);

        assertThat(valid.valid()).isTrue();
        assertThat(violations(form(valid).validate(answers(valid)))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            questionnaireResponse-enableWhenEx-test-fail | item[1].extension[0].url unsupported
            abstract-question-type-included-qr | item[0].type unknown-type
            choice-async-qr                    | item[0].answerValueSet value-set-not-contained
            open-choice-gender-coding-async-qr | item[0].answerValueSet value-set-not-contained
            open-choice-string-async-qr        | item[0].answerValueSet value-set-not-contained
            quantity-units-not-in-value-set-qr | item[0].extension[0].valueCanonical value-set-not-contained
            decimal-min-max-qr                 | item[0].extension[1] min-above-max
            integer-min-max-qr                 | item[0].extension[1] min-above-max
            quantity-min-max-qr                | item[0].extension[0] min-above-max
            quantity-min-max-incompat-units-qr | item[0].extension[0] min-above-max
            """)
    void areOutOfReachWhereTheirQuestionnaireIsNoForm(String name, String faults) {
        assertThat(Questionnaires.faults(compiled(FhirCase.named(name)))).isEqualTo(faults);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "group-with-string-invalid-nesting-qr",
                "group-with-string-invalid-nesting-link-id-qr",
                "open-choice-invalid-type-qr"
            })
    void areLeftToIntakeWhereAResponseHasNoAnswersForAForm(String name) {
        FhirCase invalid = FhirCase.named(name);

        assertThat(compiled(invalid)).isInstanceOf(Compiled.Form.class);
        assertThat(ResponseAnswers.of(invalid.response(), invalid.form())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"qr-bad-ref1", "qr-bad-ref3", "nested-questionnaire-nested-valueset", "opdef-params"})
    void areOutOfReachWithoutAQuestionnaireOfTheirOwn(String name) {
        String questionnaire = FhirCase.named(name).questionnaire();

        assertThat(questionnaire)
                .satisfiesAnyOf(
                        none -> assertThat(none).isEmpty(),
                        other -> assertThat(other).startsWith("opdef"));
    }

    @Test
    void areAllHeldAgainstForms() {
        Stream<String> tables = Stream.of(getClass().getDeclaredMethods())
                .flatMap(method -> Stream.ofNullable(method.getAnnotation(CsvSource.class)))
                .flatMap(source -> source.textBlock().lines())
                .map(line -> line.substring(0, line.indexOf('|')).strip());
        Stream<String> lists = Stream.of(getClass().getDeclaredMethods())
                .flatMap(method -> Stream.ofNullable(method.getAnnotation(ValueSource.class)))
                .flatMap(source -> Stream.of(source.strings()));

        assertThat(Stream.concat(tables, lists))
                .containsExactlyInAnyOrderElementsOf(
                        FhirCase.all().stream().map(FhirCase::name).toList());
    }

    private static Compiled compiled(FhirCase one) {
        JsonValue.Members questionnaire = one.form();
        return FormCompiler.compile(
                text(questionnaire, "id", "case"), text(questionnaire, "version", "1"), questionnaire);
    }

    private static CompiledForm form(FhirCase one) {
        return switch (compiled(one)) {
            case Compiled.Form(CompiledForm form) -> form;
            case Compiled.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    private static JsonValue.Members answers(FhirCase one) {
        return ResponseAnswers.of(one.response(), one.form()).orElseThrow();
    }

    /** With other answers where the repair has some, wherever they stand, and without those for which it has null. */
    private static JsonValue.Members repaired(JsonValue.Members answers, JsonValue.Members repair) {
        Map<String, JsonValue> repaired = new LinkedHashMap<>(answers.values());
        repaired.putAll(repair.values());
        repaired.values().removeIf(JsonValue.Null.class::isInstance);
        return new JsonValue.Members(repaired);
    }

    private static String violations(Validation validation) {
        return validation.violations().stream()
                .map(violation -> violation.path() + " " + violation.code().text())
                .collect(Collectors.joining(", "));
    }

    private static String text(JsonValue.Members members, String name, String otherwise) {
        return members.values().get(name) instanceof JsonValue.Text(String text) ? text : otherwise;
    }
}
