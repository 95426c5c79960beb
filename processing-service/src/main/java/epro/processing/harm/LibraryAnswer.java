package epro.processing.harm;

import epro.processing.form.ItemMeaning;
import epro.processing.harm.proctcae.ItemLibrary;
import epro.processing.harm.proctcae.LibraryItem;
import epro.processing.harm.proctcae.Symptom;
import java.util.Optional;

/** An item of the PRO-CTCAE library and the level that was chosen at it. */
record LibraryAnswer(LibraryItem item, int level) {

    /** Empty if the question is none of the library, or the answer none of its levels. */
    static Optional<LibraryAnswer> of(Answered answer, ItemMeaning meaning) {
        return item(answer, meaning)
                .flatMap(item -> Level.of(answer.value(), meaning)
                        .flatMap(Level::whole)
                        .filter(item::hasLevel)
                        .map(level -> new LibraryAnswer(item, level)));
    }

    Symptom symptom() {
        return item.symptom();
    }

    private static Optional<LibraryItem> item(Answered answer, ItemMeaning meaning) {
        return meaning.codes().stream()
                .filter(code -> code.system().equals(Symptom.SYSTEM))
                .flatMap(code -> ItemLibrary.find(code.code()).stream())
                .findFirst()
                .or(() -> ItemLibrary.find(answer.linkId()));
    }
}
