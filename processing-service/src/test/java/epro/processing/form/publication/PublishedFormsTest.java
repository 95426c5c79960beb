package epro.processing.form.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.processing.RunningProcessing;
import epro.processing.form.CompiledForm;
import epro.processing.form.Forms;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was published is there for the pipeline, and stays. */
class PublishedFormsTest {
    private final String id = "form-" + UUID.randomUUID();

    @Test
    void isKnownToThePipelineAtOnceWhoeverPublishedIt() {
        Forms forms = RunningProcessing.bean(Forms.class);
        assertThat(forms.find(id, "1", null)).isInstanceOf(Forms.Unknown.class);

        FormsApi.publish(id, "1", FormsApi.form("Pain"));
        publishBehindItsBack("2");

        assertThat(forms.find(id, "1", null))
                .isInstanceOfSatisfying(
                        Forms.Known.class,
                        known -> assertThat(known.form())
                                .extracting(CompiledForm::version)
                                .isEqualTo("1"));
        assertThat(forms.find(id, "2", null)).isInstanceOf(Forms.Known.class);
    }

    @Test
    void staysAsItIsEvenForTheOwnerOfTheTable() {
        FormsApi.publish(id, "1", FormsApi.form("Pain"));

        for (String change :
                new String[] {"UPDATE form SET version = 'x'", "DELETE FROM form", "TRUNCATE form CASCADE"}) {
            assertThatThrownBy(() -> RunningProcessing.superuser().sql(change).update())
                    .hasRootCauseInstanceOf(SQLException.class)
                    .hasStackTraceContaining("what was recorded stays");
        }
    }

    private void publishBehindItsBack(String version) {
        RunningProcessing.superuser()
                .sql("INSERT INTO form (id, version, source, content_hash, published_at, published_by)"
                        + " VALUES (?, ?, ?::json, 'hash', now(), 'another replica')")
                .params(id, version, FormsApi.form("Pain"))
                .update();
    }
}
