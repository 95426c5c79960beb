package epro.cli.audit.export;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an export holds; its file is written last, so that an export without it is not whole.
 *
 * @param noted the audit entry that notes the export, as processing answered
 * @param checkpoints the topic's, of all services
 * @param files all others but this one
 */
public record Manifest(
        String format,
        Instant exportedAt,
        @Nullable Noted noted,
        Counts counts,
        List<Service> services,
        String checkpoints,
        List<FileFacts> files) {

    static final String FORMAT = "epro-audit-export/1";
    static final String FILE = "manifest.json";

    /** The audit entry that notes the export. */
    public record Noted(String auditExportId, String lane, long sequence, String hash) {}

    /** Over all services; of the checkpoints those on the topic. */
    public record Counts(long entries, int lanes, long checkpoints) {}

    /**
     * One service.
     *
     * @param key its public key; null if none was to be had
     * @param storedCheckpoints the file of those checkpoints that the database knows
     */
    public record Service(
            String service, long entries, @Nullable Key key, String storedCheckpoints, List<Lane> lanes) {}

    /**
     * A public key.
     *
     * @param from who said that it is this one, when the export was made
     * @param file PEM; null if only the fingerprint was to be had
     */
    public record Key(
            String fingerprint, String from, @Nullable String file) {}

    /**
     * One lane.
     *
     * @param head how far the lane's row says that the chain has grown; null if there is no row
     */
    public record Lane(
            String lane,
            String file,
            long entries,
            @Nullable Head head) {

        public Lane {
            Objects.requireNonNull(lane, "lane");
            Objects.requireNonNull(file, "file");
        }
    }

    /** The end of a chain. */
    public record Head(long sequence, String hash) {}
}
