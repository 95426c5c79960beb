package epro.cli.audit.export;

import epro.cli.Refused;
import epro.cli.audit.export.Manifest.Counts;
import epro.cli.audit.export.Manifest.Head;
import epro.cli.audit.export.Manifest.Lane;
import epro.cli.audit.export.Manifest.Noted;
import epro.cli.audit.export.Manifest.Service;
import epro.lane.ChainSource;
import epro.lane.Checkpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes an export, service by service, and its manifest at the end. Entries stream through. */
public final class ExportWriter {

    private static final String CHECKPOINTS = "checkpoints.ndjson.gz";
    private static final int TOLD_EVERY = 100_000;

    private final Path folder;
    private final Consumer<String> progress;
    private final List<FileFacts> files = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private long checkpoints;

    /** Into an empty folder. */
    public ExportWriter(Path folder, Consumer<String> progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Changes nothing.
     *
     * @throws Refused if the folder is there and something is in it
     */
    public static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new Refused(folder + " is no folder");
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new Refused(folder + " is not empty; an export needs a folder of its own");
            }
        }
    }

    /** Makes the folder if it is not there, and for its owner only: the trail names people and what they changed. */
    public static void prepare(Path folder) throws IOException {
        requireEmpty(folder);
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** All lanes of one service, and the checkpoints that its database knows. */
    public void service(String service, ChainSource chains, Manifest.@Nullable Key key, Pages stored)
            throws IOException, SQLException {
        List<Lane> lanes = new ArrayList<>();
        for (String lane : chains.lanes()) {
            lanes.add(lane(service, "%s/lane-%03d.ndjson.gz".formatted(service, lanes.size() + 1), lane, chains));
        }
        String file = service + "/stored-checkpoints.ndjson.gz";
        LineWriter lines = new LineWriter(folder, file);
        try (lines) {
            for (List<Checkpoint> page = stored.next(); !page.isEmpty(); page = stored.next()) {
                page.forEach(checkpoint -> lines.write(new CheckpointLine(null, checkpoint)));
            }
        }
        files.add(lines.facts());
        services.add(
                new Service(service, lanes.stream().mapToLong(Lane::entries).sum(), key, file, List.copyOf(lanes)));
    }

    private Lane lane(String service, String file, String lane, ChainSource chains) throws IOException, SQLException {
        progress.accept("%s: lane %s".formatted(service, lane));
        LineWriter lines = new LineWriter(folder, file);
        try (lines) {
            chains.entries(lane, entry -> {
                lines.write(EntryLine.of(entry));
                if (lines.lines() % TOLD_EVERY == 0) {
                    progress.accept("  %,d entries".formatted(lines.lines()));
                }
            });
        }
        files.add(lines.facts());
        Optional<Head> head = chains.head(lane).map(row -> new Head(row.sequence(), row.hash()));
        return new Lane(lane, file, lines.lines(), head.orElse(null));
    }

    /** The public key of a service, as tools like OpenSSL read it. */
    public Manifest.Key key(String service, String fingerprint, String from, @Nullable String publicKey)
            throws IOException {
        if (publicKey == null) {
            return new Manifest.Key(fingerprint, from, null);
        }
        String file = service + "/public-key.pem";
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(HexFormat.of().parseHex(publicKey));
        LineWriter pem = new LineWriter(folder, file);
        try (pem) {
            pem.write(("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        files.add(pem.facts());
        return new Manifest.Key(fingerprint, from, file);
    }

    /** What the topic holds. */
    public void checkpoints(CheckpointSource topic) throws IOException, SQLException, InterruptedException {
        progress.accept("checkpoints");
        LineWriter lines = new LineWriter(folder, CHECKPOINTS);
        try (lines) {
            topic.read((offset, checkpoint) -> lines.write(new CheckpointLine(offset, checkpoint.orElse(null))));
        }
        checkpoints = lines.lines();
        files.add(lines.facts());
    }

    /** Makes the export whole. */
    public Manifest finish(Instant exportedAt, @Nullable Noted noted) throws IOException {
        Counts counts = new Counts(
                services.stream().mapToLong(Service::entries).sum(),
                services.stream().mapToInt(service -> service.lanes().size()).sum(),
                checkpoints);
        Manifest manifest = new Manifest(
                Manifest.FORMAT, exportedAt, noted, counts, List.copyOf(services), CHECKPOINTS, List.copyOf(files));
        Path beside = folder.resolve(Manifest.FILE + ".new");
        Files.writeString(
                beside,
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(manifest)
                        + "\n");
        Files.move(beside, folder.resolve(Manifest.FILE), StandardCopyOption.ATOMIC_MOVE);
        return manifest;
    }

    /** Gives the next of what comes in groups; an empty one is the last. */
    public interface Pages {
        List<Checkpoint> next() throws SQLException;
    }
}
