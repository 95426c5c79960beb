package epro.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void areTheSameForEver() {
        UUID patient = Keys.patientKey("STUDY-1", "P-001");

        assertThat(patient).hasToString("1f3a06c3-8831-53ef-880d-5f78de3bd937");
        assertThat(Keys.submissionKey(patient, "s-1")).hasToString("1e42a214-ba29-586d-9418-ed331bae00f6");
    }

    @Test
    void areOfVersionFive() {
        UUID key = Keys.patientKey("STUDY-1", "P-001");

        assertThat(key.version()).isEqualTo(5);
        assertThat(key.variant()).isEqualTo(2);
    }

    @Test
    void differWhereOnlyTheBorderOfTheirPartsDiffers() {
        assertThat(Keys.patientKey("a", "bc")).isNotEqualTo(Keys.patientKey("ab", "c"));
        assertThat(Keys.patientKey("", "a")).isNotEqualTo(Keys.patientKey("a", ""));
    }
}
