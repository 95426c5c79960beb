package epro.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import epro.cli.AnsweringServer;
import epro.cli.Refused;
import epro.cli.StackNotThere;
import epro.cli.audit.export.Manifest;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportNoteTest {

    private final AnsweringServer processing = new AnsweringServer();
    private final ExportNote note = new ExportNote(processing.address(), "a-token");

    ExportNoteTest() throws IOException {}

    @AfterEach
    void stop() {
        note.close();
        processing.close();
    }

    @Test
    void saysWhereTheExportIsNoted() throws Exception {
        processing.then(201, "{\"auditExportId\":\"x\",\"lane\":\"operations\",\"sequence\":7,\"hash\":\"0f\"}");

        assertThat(note.take()).isEqualTo(new Manifest.Noted("x", "operations", 7, "0f"));
        assertThat(processing.requests()).containsExactly("POST /api/v1/audit-exports Bearer a-token");
    }

    @Test
    void refusesWhatCanNotBeNoted() {
        processing.then(403, "{\"code\":\"forbidden\"}");
        processing.then(503, "{\"code\":\"unavailable\"}");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(note::take)
                .withMessage("nothing was exported, since that could not be noted: processing answered 403:"
                        + " {\"code\":\"forbidden\"}");
        assertThatExceptionOfType(StackNotThere.class).isThrownBy(note::take);
    }
}
