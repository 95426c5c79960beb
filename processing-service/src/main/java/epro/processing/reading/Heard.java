package epro.processing.reading;

import epro.processing.harm.HarmReading;

/**
 * What a record says that can be read but not stored.
 *
 * @param submission as it would be; whose it is, and under which id, nobody vouches for
 * @param harm what was read in it
 */
public record Heard(Submission submission, HarmReading harm) {

    @Override
    public String toString() {
        return "Heard[" + submission.key() + "]";
    }
}
