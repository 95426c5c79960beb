package epro.processing.form;

import static org.assertj.core.api.Assertions.assertThat;

import epro.schemas.json.CanonicalJson;
import epro.schemas.json.JsonValue;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The words of these tests: questionnaires and answers are JSON with single quotes. */
public final class Questionnaires {

    private Questionnaires() {}

    public static JsonValue json(String singleQuoted) {
        return StrictJson.read(singleQuoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Limits.STANDARD);
    }

    static String text(JsonValue value) {
        return CanonicalJson.write(value).replace('"', '\'');
    }

    public static Compiled compiled(String items) {
        return FormCompiler.compile("f", "1", json("{'resourceType':'Questionnaire','item':[" + items + "]}"));
    }

    public static CompiledForm form(String items) {
        return switch (compiled(items)) {
            case Compiled.Form(CompiledForm form) -> form;
            case Compiled.Faulty(List<Fault> faults) -> throw new AssertionError(faults);
        };
    }

    static Validation validate(String items, String answers) {
        return form(items).validate((JsonValue.Members) json(answers));
    }

    /** Path and code of each violation, in order: {@code "q1 required, q2 wrong-type"}. */
    static String violations(Validation validation) {
        return validation.violations().stream()
                .map(violation -> violation.path() + " " + violation.code().text())
                .collect(Collectors.joining(", "));
    }

    /** Path and code of each fault, in order. */
    public static String faults(Compiled compiled) {
        assertThat(compiled).isInstanceOf(Compiled.Faulty.class);
        return ((Compiled.Faulty) compiled)
                .faults().stream()
                        .map(fault -> fault.path() + " " + fault.code())
                        .collect(Collectors.joining(", "));
    }
}
