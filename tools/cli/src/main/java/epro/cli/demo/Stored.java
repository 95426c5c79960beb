package epro.cli.demo;

import epro.cli.submission.Answer.Place;
import java.util.Map;

/**
 * The database's side of the books, for the records from some offsets on.
 *
 * @param receipts the action of each consumed record's audit entry
 * @param rejections by the code of the first reason that rejects
 * @param twice submissions with more than one entry of their making
 * @param copies records that stand in the log again with the same receipt time: intake's producer sent them anew under
 *     another epoch, after a silent broker had kept it waiting, and the broker could not know them again
 */
record Stored(
        Map<Place, String> receipts,
        long records,
        Map<String, Long> rejections,
        long conflicts,
        long quarantined,
        long twice,
        long copies) {

    long entriesOf(String action) {
        return receipts.values().stream().filter(action::equals).count();
    }

    long entries() {
        return receipts.size();
    }

    long rejected() {
        return rejections.values().stream().mapToLong(Long::longValue).sum();
    }

    long duplicates() {
        return entriesOf("DUPLICATE");
    }

    /** Everything that a consumed record can become, each counted where it lies. */
    long accountedFor() {
        return records + rejected() + duplicates() + conflicts + quarantined;
    }
}
