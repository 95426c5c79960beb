package epro.model.inference;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The one model that is served here. */
final class KnownModel {

    private KnownModel() {}

    /** Refuses with 404 every other name and version. */
    static void require(String name, @Nullable String version) {
        if (!name.equals(LexiconModel.NAME)) {
            throw new Refusal(HttpStatus.NOT_FOUND, "no such model is served here; there is " + LexiconModel.NAME);
        }
        if (version != null && !version.equals(LexiconModel.VERSION)) {
            throw new Refusal(HttpStatus.NOT_FOUND, "no such version is served here; there is " + LexiconModel.VERSION);
        }
    }
}
