package epro.processing.listing;

import static org.assertj.core.api.Assertions.assertThat;

import epro.support.security.Caller;
import epro.support.security.PatientBinding;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final PatientBinding PATIENT = new PatientBinding("S1", "A", "P1");

    @Test
    void askForNothingMoreOfWhoMaySeeEverything() {
        Conditions conditions = within(List.of("S1/A", "*"), null);

        assertThat(conditions.values()).isEmpty();
        assertThat(conditions.where()).doesNotContain("study_id");
    }

    @Test
    void letNoRowThroughToWhoHasNoSite() {
        assertThat(within(List.of(), null).where()).isEqualTo("WHERE FALSE");
        assertThat(within(List.of("no site"), null).where()).isEqualTo("WHERE FALSE");
    }

    @Test
    void letThroughWhatOneOfTheSitesOrThePatientIs() {
        Conditions conditions = within(List.of("S2/*", "S3/B", "*/C"), PATIENT);

        assertThat(conditions.where())
                .containsPattern("\\(\\((study_id|patient_id) = \\? AND (study_id|patient_id) = \\?\\) OR")
                .endsWith("OR (study_id = ?) OR (site_id = ? AND study_id = ?) OR (site_id = ?))");
        assertThat(conditions.values()).containsExactlyInAnyOrder("S1", "P1", "S2", "S3", "B", "C");
        assertThat(conditions.values().subList(2, 6)).containsExactly("S2", "B", "S3", "C");
    }

    private static Conditions within(List<String> sites, @Nullable PatientBinding patient) {
        var caller = new Caller("s", "i", null, null, Set.of("crf:read"), sites, patient);
        return new Conditions().within(Sight.of(caller));
    }
}
