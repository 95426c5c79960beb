package epro.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleFormsTest {

    private final List<SampleForm> forms = SampleForms.read();

    SampleFormsTest() throws IOException {}

    @Test
    void comeWithTheCommandLine() {
        assertThat(forms)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(form -> assertThat(form.id()).isNotEmpty())
                .allSatisfy(form -> assertThat(form.version()).isNotEmpty())
                .allSatisfy(form -> assertThat(form.questions()).hasSizeGreaterThan(3));
    }

    @Test
    void offerEachFaultAPlace() {
        assertThat(Fault.ALL)
                .allSatisfy(fault ->
                        assertThat(forms).anyMatch(form -> !fault.places(form).isEmpty()));
    }

    @Test
    void canBeFilledIn() {
        Respondent respondent = new Respondent(new Random(1), List.of("Well enough."), LocalDate.EPOCH);
        assertThat(forms)
                .allSatisfy(form -> assertThat(
                                respondent.fillIn(form.questions()).keySet())
                        .containsAll(form.questions().stream()
                                .filter(question -> question.required() && question.standsAlone())
                                .map(Question::linkId)
                                .toList()));
    }
}
