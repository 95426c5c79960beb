package epro.intake.request;

import static epro.intake.request.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalIdRuleTest {
    private final PersonalIdRule rule = rule(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "11010519491231002x",
                "440524188001010014",
                " 11010519491231002X ",
                "13800138000",
                "+8613800138000",
                "86 138 0013 8000",
                "138-0013-8000",
                "１３８００１３８０００"
            })
    void refusesWhatIdentifiesAPerson(String patientId) {
        assertRefused(() -> rule.check(patientId), 400, "patientid-looks-personal", "/patientId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P-001",
                "110105194912310021",
                "11010519491331002X",
                "12800138000",
                "138001380001",
                "01-13800138000",
                "1380013800"
            })
    void takesWhatOnlyLooksSimilar(String patientId) {
        assertThatCode(() -> rule.check(patientId)).doesNotThrowAnyException();
    }

    @Test
    void takesEverythingWhenSwitchedOff() {
        assertThatCode(() -> rule(false).check("13800138000")).doesNotThrowAnyException();
    }

    private static PersonalIdRule rule(boolean active) {
        return new PersonalIdRule(new RequestSettings(URI.create("http://localhost"), active));
    }
}
