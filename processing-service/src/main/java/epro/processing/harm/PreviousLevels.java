package epro.processing.harm;

import java.util.Optional;

/** What the patient answered to the same items before. */
public interface PreviousLevels {

    /** Nothing is known of the past. */
    PreviousLevels NONE = new PreviousLevels() {
        @Override
        public Optional<Integer> previous(String item) {
            return Optional.empty();
        }

        @Override
        public Optional<Integer> baseline(String item) {
            return Optional.empty();
        }
    };

    /** The level of the answer before. */
    Optional<Integer> previous(String item);

    /** The level of the first answer. */
    Optional<Integer> baseline(String item);
}
