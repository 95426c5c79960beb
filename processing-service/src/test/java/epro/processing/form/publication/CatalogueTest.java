package epro.processing.form.publication;

import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.form.Compiled;
import epro.processing.form.CompiledForm;
import epro.processing.form.FormCompiler;
import epro.processing.form.Forms;
import epro.schemas.json.Limits;
import epro.schemas.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version of a form a submission answers. */
class CatalogueTest {
    private final Catalogue catalogue = Catalogue.EMPTY
            .with(1, List.of(entry("f", "1", "2026-01-01T00:00:00Z")))
            .with(
                    4,
                    List.of(
                            entry("g", "1", "2026-01-15T00:00:00Z"),
                            entry("f", "2", "2026-02-01T00:00:00Z"),
                            entry("f", "1a", "2026-03-01T00:00:00Z")));

    @ParameterizedTest(name = "{0} {1} at {2} → {3}")
    @CsvSource({
        "f, 2,  2025-12-31T23:59:59Z, f|2",
        "f, 1a, 2025-12-31T23:59:59Z, f|1a",
        "f,   , 2025-12-31T23:59:59Z, f|1 assumed",
        "f,   , 2026-01-31T23:59:59Z, f|1 assumed",
        "f,   , 2026-02-01T00:00:00Z, f|2 assumed",
        "f,   , 2026-12-31T00:00:00Z, f|1a assumed",
        "g,   , 2026-12-31T00:00:00Z, g|1 assumed",
        "f, 3,  2026-12-31T00:00:00Z, unknown",
        "h,   , 2026-12-31T00:00:00Z, unknown",
        "h, 1,  2026-12-31T00:00:00Z, unknown"
    })
    void isTheOneNamedOrElseTheOneInForce(String id, @Nullable String version, Instant completedAt, String expected) {
        String found = switch (catalogue.find(id, version, completedAt)) {
            case Forms.Known(CompiledForm form, boolean assumed) -> form + (assumed ? " assumed" : "");
            case Forms.Unknown() -> "unknown";
        };

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void remembersHowFarItHasLooked() {
        assertThat(catalogue.sequence()).isEqualTo(4);
    }

    private static Catalogue.Entry entry(String id, String version, String publishedAt) {
        byte[] source = "{\"resourceType\":\"Questionnaire\",\"item\":[{\"linkId\":\"q\",\"type\":\"text\"}]}"
                .getBytes(StandardCharsets.UTF_8);
        return switch (FormCompiler.compile(id, version, StrictJson.read(source, Limits.STANDARD))) {
            case Compiled.Form(var form) -> new Catalogue.Entry(form, Instant.parse(publishedAt));
            case Compiled.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }
}
